import { hotRank } from '../../core/feed/hot.ts'
import { timeOfId, uuidv7 } from '../../core/id.ts'
import type { ReplyInput } from '../../core/post/shape.ts'
import type { Db, Sql } from '../client.ts'
import { mayPost } from '../groups/may.ts'
import { lockMember } from '../members/lock.ts'
import { holdPost } from '../moderation/hide.ts'
import { passFilters } from '../moderation/pass.ts'
import { requireWelcome } from '../moderation/welcome.ts'
import { inTransaction } from '../transaction.ts'
import { mayAnswer } from '../veil/may-answer.ts'
import { pseudonymOf } from '../veil/pseudonym.ts'
import { requireThere } from './act.ts'
import { countPost } from './count.ts'
import { findPost } from './find.ts'
import { requireNamed } from './named.ts'
import { attachPhotos } from './photos.ts'
import { tellPost } from './tell.ts'

export type NewReply = {
  memberId: string
  /** What is answered: a post, or a reply below one. */
  parentId: string
  input: ReplyInput
  now: Date
}

const unrated = { likes: 0, up: 0, down: 0, replies: 0 }

async function reply(tx: Db, { memberId, parentId, input, now }: NewReply): Promise<string> {
  const { text, anonymous = false, photo_ids: photoIds = [] } = input
  await lockMember(tx, memberId)
  await requireNamed(tx, anonymous)
  const verdict = await passFilters(tx, { memberId, text, now })
  const parent = await findPost(tx, { id: parentId, memberId })
  const rootId = parent.rootId ?? parent.id
  // The root before what is below it, as all who lock both.
  for (const id of new Set([rootId, parentId]))
    await tx`select 1 from app.post where id = ${id} for no key update`
  for (const id of new Set([rootId, parentId])) {
    requireThere(await findPost(tx, { id, memberId }))
    await requireWelcome(tx, { postId: id, memberId })
  }
  // Ids are the order of a thread: a reply comes after what it answers, whatever the clock of another web process said.
  const id = uuidv7(Math.max(now.getTime(), timeOfId(parentId) + 1))
  const { groupId } = parent
  await mayAnswer(tx, { postId: rootId, memberId })
  if (groupId !== null) await mayPost(tx, { groupId, memberId, now })
  await tx`insert into app.post ${tx({
    ...{ id, member_id: memberId, root_id: rootId, parent_id: parentId, text, anonymous, group_id: groupId },
    ...{ pseudonym: anonymous ? await pseudonymOf(tx, { memberId, rootId }) : null },
    ...{ hot: hotRank({ ...unrated, createdAt: now }), created_at: now },
  })}`
  await attachPhotos(tx, { postId: id, memberId, photoIds })
  if (verdict === 'hold') await holdPost(tx, { postId: id, now })
  for (const each of new Set([rootId, parentId])) await countPost(tx, each, { replies: 1 })
  await tellPost(tx, { id, rootId, groupId, published: null }, true)
  return id
}

/**
 * Answers a post or a reply, in one transaction.
 * @returns the reply's id
 * @throws Final as `passFilters`, `block.refused`, `cell.far`, `post.not-found`, `post.gone`, `post.photo`, `group.gate`, `auth.required`
 *   of a member who has left
 */
export async function replyTo(sql: Sql, answer: NewReply): Promise<string> {
  return inTransaction(sql, (tx) => reply(tx, answer))
}
