import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

/** Stops following. @throws Final `follow.not-found`, of another member's too */
export async function removeFollow(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  const [gone] = await db`delete from app.follow where id = ${id} and member_id = ${memberId} returning id`
  if (gone) return
  throw new Final({
    code: 'follow.not-found',
    message: 'You do not follow this.',
    fix: 'Look at your list again.',
  })
}
