import { uuidv7 } from '../../core/id.ts'
import type { Db } from '../client.ts'

export type NewSession = { memberId: string; userAgent: string | null; expiresAt: Date }

/** Starts a session and returns its id. */
export async function createSession(db: Db, { memberId, userAgent, expiresAt }: NewSession): Promise<string> {
  const id = uuidv7()
  await db`
    insert into app.session (id, member_id, user_agent, expires_at)
    values (${id}, ${memberId}, ${userAgent?.slice(0, 300) ?? null}, ${expiresAt})`
  return id
}
