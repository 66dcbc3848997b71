import type { Db } from '../client.ts'

/** Ends one session of this member at once and tells every web process to close its sockets. */
export async function endSession(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<boolean> {
  const told = await db`
    with ended as (delete from app.session where id = ${id} and member_id = ${memberId} returning id)
    select pg_notify('session', id::text) from ended`
  return told.count > 0
}

/** Ends all sessions of a member but the one named. */
export async function endSessions(db: Db, memberId: string, but?: string): Promise<number> {
  const told = await db`
    with ended as (
      delete from app.session where member_id = ${memberId} and id is distinct from ${but ?? null} returning id)
    select pg_notify('session', id::text) from ended`
  return told.count
}

/** Tells every web process that these sessions, kept elsewhere, have ended. */
export async function announceEnd(db: Db, ids: string[]): Promise<void> {
  await db`select pg_notify('session', id) from unnest(${ids}::text[]) as ended (id)`
}
