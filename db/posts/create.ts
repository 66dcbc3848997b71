import { hotRank } from '../../core/feed/hot.ts'
import { uuidv7 } from '../../core/id.ts'
import type { PostInput } from '../../core/post/shape.ts'
import type { Db, Sql } from '../client.ts'
import { mayPost } from '../groups/may.ts'
import { lockMember } from '../members/lock.ts'
import { holdPost } from '../moderation/hide.ts'
import { passFilters } from '../moderation/pass.ts'
import { inTransaction } from '../transaction.ts'
import { pseudonymOf } from '../veil/pseudonym.ts'
import { requireKnown, tagSneakers } from './catalog.ts'
import { requireNamed } from './named.ts'
import { attachPhotos } from './photos.ts'
import { placePost } from './place.ts'
import { tellPost } from './tell.ts'

export type NewPost = {
  memberId: string
  input: PostInput
  /** What the city around the post's cell is called where no shop says it. */
  city?: string | null
  now: Date
}

const unrated = { likes: 0, up: 0, down: 0, replies: 0 }

async function create(tx: Db, { memberId, input, city, now }: NewPost): Promise<string> {
  const { text, kind, anonymous = false, sneaker_ids: sneakerIds = [], photo_ids: photoIds = [] } = input
  const [storeId, groupId] = [input.store_id ?? null, input.group_id ?? null]
  await lockMember(tx, memberId)
  await requireNamed(tx, anonymous)
  if (groupId !== null) await mayPost(tx, { groupId, memberId, now })
  const verdict = await passFilters(tx, { memberId, text, now })
  await requireKnown(tx, { storeId, sneakerIds })
  const place = await placePost(tx, { memberId, cell: input.cell, storeId, anonymous, city, now })
  const id = uuidv7(now.getTime())
  await tx`insert into app.post ${tx({
    ...{ id, member_id: memberId, kind, text, anonymous, group_id: groupId, store_id: storeId },
    ...{ ...place, pseudonym: anonymous ? await pseudonymOf(tx, { memberId, rootId: null }) : null },
    ...{ hot: hotRank({ ...unrated, createdAt: now }), created_at: now },
  })}`
  await tagSneakers(tx, id, sneakerIds)
  await attachPhotos(tx, { postId: id, memberId, photoIds })
  if (verdict === 'hold') await holdPost(tx, { postId: id, now })
  await tellPost(tx, { id, rootId: null, groupId, published: place.published?.toString(16) ?? null }, true)
  return id
}

/**
 * Writes a post, with what it is about, in one transaction.
 * @returns its id
 * @throws Final as `passFilters`, `requireNamed`, `catalog.unknown`, `post.photo`, `cell.invalid`, `cell.far`, `group.not-found`, `group.gate`,
 *   `auth.required` of a member who has left
 */
export async function createPost(sql: Sql, post: NewPost): Promise<string> {
  return inTransaction(sql, (tx) => create(tx, post))
}
