import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import type { Act } from './act.ts'
import { findPost } from './find.ts'

/** Of one member. */
export const MOST_SAVED = 1_000

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.post_saved where member_id = ${memberId}`
  if ((row?.count ?? 0) < MOST_SAVED) return
  throw new Final({
    code: 'post.too-many-saved',
    message: `You saved ${MOST_SAVED} posts already.`,
    fix: 'Let go of some of them first.',
  })
}

/**
 * Keeps a post or reply for later. Nobody but the member knows.
 * @throws Final `post.not-found`, `post.too-many-saved`, `auth.required` of a member who has left
 */
export async function savePost(sql: Sql, { id, memberId, now }: Act & { now: Date }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, memberId)
    await findPost(tx, { id, memberId })
    await requireRoom(tx, memberId)
    await tx`
      insert into app.post_saved (post_id, member_id, saved_at) values (${id}, ${memberId}, ${now})
      on conflict do nothing`
  })
}

/** Lets a post go; of one that was not saved nothing happens. */
export async function letGo(db: Db, { id, memberId }: Act): Promise<void> {
  await db`delete from app.post_saved where post_id = ${id} and member_id = ${memberId}`
}
