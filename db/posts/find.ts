import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'
import { readableGroups } from '../groups/may.ts'

/** What decides who may do what with a post. */
export type Standing = {
  id: string
  rootId: string | null
  parentId: string | null
  memberId: string | null
  anonymous: boolean
  groupId: string | null
  /** The cell it is told to be in; null of what is hidden or gone, too. */
  published: string | null
  isHidden: boolean
  isGone: boolean
}

export function noPost(): Final {
  return new Final({
    code: 'post.not-found',
    message: 'There is no such post.',
    fix: 'Its author may have taken it back; look at the feed.',
  })
}

const columns = `id, root_id as "rootId", parent_id as "parentId", member_id as "memberId", anonymous, group_id as "groupId",
  to_hex(published) as published, hidden_at is not null as "isHidden", gone_at is not null as "isGone"`

async function isOpenTo(db: Db, { groupId }: Standing, memberId: string | null): Promise<boolean> {
  if (groupId === null) return true
  return (await readableGroups(db, { groupIds: [groupId], memberId, now: new Date() })).has(groupId)
}

/**
 * A post or reply that this member may see: what is hidden only its author may, what is in a group also who may read that.
 * @throws Final `post.not-found`
 */
export async function findPost(
  db: Db,
  { id, memberId }: { id: string; memberId: string | null },
): Promise<Standing> {
  const [post] = await db<Standing[]>`select ${db.unsafe(columns)} from app.post where id = ${id}`
  if (!post) throw noPost()
  const isMine = post.memberId !== null && post.memberId === memberId
  if (isMine || (!post.isHidden && (await isOpenTo(db, post, memberId)))) return post
  throw noPost()
}

/**
 * The same under its lock, in the order that all take who lock several: the post before its replies.
 * @throws Final `post.not-found`
 */
export async function lockPost(
  tx: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<Standing> {
  const seen = await findPost(tx, { id, memberId })
  for (const each of new Set([seen.rootId, seen.parentId, id]))
    if (each !== null) await tx`select 1 from app.post where id = ${each} for no key update`
  return findPost(tx, { id, memberId })
}
