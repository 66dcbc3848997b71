import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

/**
 * Locks a member's row until the transaction ends: changes of one member take turns. Rows that refer to it can still be
 * written meanwhile.
 * @throws Final `auth.required` when the member is gone
 */
export async function lockMember(tx: Db, id: string): Promise<void> {
  const [row] = await tx`select 1 from app.member where id = ${id} and deleted_at is null for no key update`
  if (row) return
  throw new Final({
    code: 'auth.required',
    message: 'This account was deleted.',
    fix: 'Sign in with another one, or become a member again.',
  })
}
