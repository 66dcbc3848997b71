import type { Sql } from '../client.ts'
import { requireVoice } from '../moderation/voice.ts'
import { requireWelcome } from '../moderation/welcome.ts'
import { type Act, onPost, requireOthers } from './act.ts'
import { countPost } from './count.ts'

export type Like = Act & { likes: boolean; now: Date }

/**
 * A member likes a post or reply, or no longer does; the same again changes nothing.
 * @throws Final as `onPost`, `post.own`, `moderation.muted`, `block.refused`
 */
export async function likePost(sql: Sql, like: Like): Promise<void> {
  const { id, memberId, likes, now } = like
  await onPost(sql, like, async (tx, post) => {
    requireOthers(post, like)
    if (likes) await requireVoice(tx, like)
    if (likes) await requireWelcome(tx, { postId: id, memberId })
    const { count } = likes
      ? await tx`
          insert into app.post_like (post_id, member_id, created_at) values (${id}, ${memberId}, ${now})
          on conflict do nothing`
      : await tx`delete from app.post_like where post_id = ${id} and member_id = ${memberId}`
    await countPost(tx, id, { likes: likes ? count : -count })
  })
}
