import type { NewSession } from '../../core/auth/session-store.ts'
import type { Db } from '../client.ts'

/** Starts a session, and forgets those that ended by themselves. */
export async function createSession(db: Db, session: NewSession): Promise<void> {
  const { id, memberId, userAgent, refresh, now, expiresAt, endsAt } = session
  await db`delete from app.session where expires_at < ${now}`
  await db`
    insert into app.session (id, member_id, user_agent, created_at, used_at, expires_at, ends_at, family, secret)
    values (${id}, ${memberId}, ${userAgent}, ${now}, ${now}, ${expiresAt}, ${endsAt},
      ${refresh.family}, ${refresh.secret})`
}
