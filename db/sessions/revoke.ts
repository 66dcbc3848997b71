import type { Db } from '../client.ts'

/** Ends a session at once and tells every web process to close its sockets (channel `session`, the bare id). */
export async function revokeSession(db: Db, id: string): Promise<void> {
  await db`
    with ended as (update app.session set revoked_at = now() where id = ${id} and revoked_at is null returning id)
    select pg_notify('session', id::text) from ended`
}
