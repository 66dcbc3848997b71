import type { Presented, Session } from '../../core/auth/session-store.ts'
import type { Db } from '../client.ts'
import { type SessionRow, toSession } from './row.ts'

/** The session while it stands. */
export async function readSessionRow(db: Db, id: string, now: Date): Promise<Session | undefined> {
  const [row] = await db<SessionRow[]>`
    select id, member_id, user_agent, created_at, used_at, expires_at from app.session
    where id = ${id} and expires_at > ${now}`
  return row && toSession(row)
}

/** The session whose newest refresh token this is. */
export async function readHolder(
  db: Db,
  { id, family, secret }: Presented,
  now: Date,
): Promise<Session | undefined> {
  const [row] = await db<SessionRow[]>`
    select id, member_id, user_agent, created_at, used_at, expires_at from app.session
    where id = ${id} and family = ${family} and secret = ${secret} and expires_at > ${now}`
  return row && toSession(row)
}

/** Those of a member that stand, newest first. */
export async function listSessions(db: Db, memberId: string, now: Date): Promise<Session[]> {
  const rows = await db<SessionRow[]>`
    select id, member_id, user_agent, created_at, used_at, expires_at from app.session
    where member_id = ${memberId} and expires_at > ${now}
    order by created_at desc, id desc`
  return rows.map(toSession)
}
