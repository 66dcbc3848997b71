import type { Sql } from '../client.ts'
import { holdPost } from '../moderation/hide.ts'
import { passFilters } from '../moderation/pass.ts'
import { type Act, onPost, requireOwn } from './act.ts'

export type Edit = Act & { text: string; now: Date }

/**
 * Gives one's own post or reply other words; that it was edited is shown, and when. The same words change nothing.
 * @throws Final as `onPost` and `passFilters`, `post.not-yours`
 */
export async function editPost(sql: Sql, edit: Edit): Promise<void> {
  const { id, text, now } = edit
  await onPost(sql, edit, async (tx, post) => {
    requireOwn(post, edit)
    const verdict = await passFilters(tx, edit)
    await tx`update app.post set text = ${text}, edited_at = ${now} where id = ${id} and text <> ${text}`
    if (verdict === 'hold') await holdPost(tx, { postId: id, now })
  })
}
