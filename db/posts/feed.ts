import type { PostPlace } from '../../core/post/cursor.ts'
import type { FeedSort } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { visibleTo } from '../moderation/visible.ts'

/** Which posts a feed is of. */
export type FeedOf =
  | { kind: 'all' }
  | { kind: 'following'; memberId: string }
  | { kind: 'author'; authorId: string }
  | { kind: 'store'; storeId: string }
  | { kind: 'sneaker'; sneakerId: string }
  | { kind: 'group'; groupId: string }

export type FeedPage = {
  /** The reader; null when not signed in. */
  readerId: string | null
  sort: FeedSort
  limit: number
  /** The last one of the page before. */
  after?: PostPlace | undefined
}

/** Of a pair that everyone writes about the hottest of so many newest are the hottest: rank falls with age. */
const NEWEST = 1_000

const shown = (db: Db, { readerId }: FeedPage) =>
  db`p.root_id is null and p.gone_at is null and ${visibleTo(db, readerId)}`

/** The rest of the order after a place: what an index has in a row. */
function later(db: Db, { sort, after }: FeedPage) {
  if (!after) return db``
  if (sort === 'new') return db`and p.id < ${after.id}::uuid`
  return db`and (p.hot, p.id) < (${after.hot ?? 0}::float8, ${after.id}::uuid)`
}

const ordered = (db: Db, { sort }: FeedPage) =>
  sort === 'new' ? db`order by p.id desc` : db`order by p.hot desc, p.id desc`

const page = (db: Db, asked: FeedPage) =>
  db`and ${shown(db, asked)} ${later(db, asked)} ${ordered(db, asked)} limit ${asked.limit}`

/** The first of everyone whom a member follows, each by an index, and of these the first. */
function followed(db: Db, memberId: string, asked: FeedPage) {
  return db`
    select p.id, p.hot from app.member_follow f cross join lateral (
      select p.id, p.hot from app.post p
      where p.member_id = f.followed_id and p.group_id is null and not p.anonymous ${page(db, asked)}) p
    where f.follower_id = ${memberId} ${ordered(db, asked)} limit ${asked.limit}`
}

function tagged(db: Db, sneakerId: string, asked: FeedPage) {
  const of = db`select t.post_id from app.post_sneaker t where t.sneaker_id = ${sneakerId}`
  const found =
    asked.sort === 'hot'
      ? db`${of} order by t.post_id desc limit ${NEWEST}`
      : db`${of} ${asked.after ? db`and t.post_id < ${asked.after.id}::uuid` : db``}`
  return db`
    select p.id, p.hot from (${found}) t join app.post p on p.id = t.post_id
    where p.group_id is null ${page(db, asked)}`
}

type Plain = Exclude<FeedOf, { kind: 'following' | 'sneaker' }>

function where(db: Db, of: Plain) {
  if (of.kind === 'group') return db`p.group_id = ${of.groupId}`
  if (of.kind === 'store') return db`p.group_id is null and p.store_id = ${of.storeId}`
  if (of.kind === 'author') return db`p.group_id is null and p.member_id = ${of.authorId} and not p.anonymous`
  return db`p.group_id is null`
}

function select(db: Db, of: FeedOf, asked: FeedPage) {
  if (of.kind === 'following') return followed(db, of.memberId, asked)
  if (of.kind === 'sneaker') return tagged(db, of.sneakerId, asked)
  return db`select p.id, p.hot from app.post p where ${where(db, of)} ${page(db, asked)}`
}

/**
 * The ids of one page of a feed, in its order. By rank a post that changed between two pages may be on both, or on none: what
 * shows them leaves out what it has.
 */
export async function listFeed(db: Db, of: FeedOf, asked: FeedPage): Promise<PostPlace[]> {
  const found = await db<{ id: string; hot: number }[]>`${select(db, of, asked)}`
  return found.map(({ id, hot }) => ({ id, hot: asked.sort === 'hot' ? hot : null }))
}
