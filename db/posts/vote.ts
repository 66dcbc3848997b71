import type { Sql } from '../client.ts'
import { hideDisliked } from '../moderation/hide.ts'
import { requireVoice } from '../moderation/voice.ts'
import { requireWelcome } from '../moderation/welcome.ts'
import { mayAnswer } from '../veil/may-answer.ts'
import { type Act, onPost, requireOthers } from './act.ts'
import { countPost } from './count.ts'

export type Vote = Act & {
  /** 0 takes it back. */
  value: -1 | 0 | 1
  now: Date
}

/**
 * A member's one vote on a post or reply; the same again changes nothing. At -5 it is hidden until a moderator has looked.
 * @throws Final as `onPost`, `post.own`, `moderation.muted`, `block.refused`, `cell.far`
 */
export async function votePost(sql: Sql, vote: Vote): Promise<void> {
  const { id, memberId, value, now } = vote
  await onPost(sql, vote, async (tx, post) => {
    requireOthers(post, vote)
    if (value !== 0) await requireVoice(tx, vote)
    if (value !== 0) await requireWelcome(tx, { postId: id, memberId })
    if (value !== 0) await mayAnswer(tx, { postId: id, memberId })
    const [had] = await tx<{ value: number }[]>`
      delete from app.post_vote where post_id = ${id} and member_id = ${memberId} returning value`
    if (value !== 0)
      await tx`insert into app.post_vote (post_id, member_id, value) values (${id}, ${memberId}, ${value})`
    const of = (way: number) => Number(value === way) - Number(had?.value === way)
    await countPost(tx, id, { up: of(1), down: of(-1) })
    await hideDisliked(tx, { postId: id, now })
  })
}
