import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { noPost } from '../posts/find.ts'
import { inTransaction } from '../transaction.ts'

type Muting = { memberId: string; postId: string; now: Date }
type Found = { root_id: string; member_id: string | null; anonymous: boolean }

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'block.own', message, fix })
}

/** @throws Final `post.not-found`, `block.own` of one's own and of what names its author */
async function findAuthor(
  tx: Db,
  { postId, memberId }: Muting,
): Promise<{ rootId: string; authorId: string }> {
  const [post] = await tx<Found[]>`
    select coalesce(root_id, id) as root_id, member_id, anonymous from app.post
      where id = ${postId} and hidden_at is null`
  if (!post?.member_id) throw noPost()
  if (post.member_id === memberId)
    throw refuse('This is your own.', 'Take it back, if it should not be here.')
  if (!post.anonymous) throw refuse('This names who wrote it.', 'Mute that member by name.')
  return { rootId: post.root_id, authorId: post.member_id }
}

/**
 * Hides from a member what the author of an anonymous post wrote anonymously in that thread, and nowhere else: elsewhere
 * it would say that both are the same.
 * @throws Final `post.not-found`, `block.own`
 */
export async function muteInThread(sql: Sql, muting: Muting): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, muting.memberId)
    const { rootId, authorId } = await findAuthor(tx, muting)
    await tx`
      insert into app.thread_mute (member_id, root_id, author_id, created_at)
        values (${muting.memberId}, ${rootId}, ${authorId}, ${muting.now}) on conflict do nothing`
  })
}

/** Shows a thread whole again to a member who muted someone in it. */
export async function unmuteThread(db: Db, { memberId, postId }: Omit<Muting, 'now'>): Promise<void> {
  await db`
    delete from app.thread_mute where member_id = ${memberId}
      and root_id = (select coalesce(root_id, id) from app.post where id = ${postId})`
}
