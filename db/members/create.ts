import { uuidv7 } from '../../core/id.ts'
import type { Db } from '../client.ts'
import { takenEmail, takenName } from './taken.ts'

export type NewMember = { username: string; email: string | null; passwordHash: string | null }

/**
 * Adds a member.
 * @returns the new id
 * @throws Final `member.username-taken`, `member.email-taken` (both without regard to case)
 */
export async function createMember(db: Db, { username, email, passwordHash }: NewMember): Promise<string> {
  const id = uuidv7()
  const made = await db`
    insert into app.member (id, username, email, password_hash)
    values (${id}, ${username}, ${email}, ${passwordHash})
    on conflict do nothing`
  if (made.count === 1) return id
  const [found] = await db`select 1 from app.member where lower(username) = lower(${username})`
  if (found) throw takenName()
  throw takenEmail()
}
