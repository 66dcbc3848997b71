import type { Db } from '../client.ts'

/** Notes that a session has just proved who it is, and forgets proofs that are older than they can count. */
export async function noteConfirmed(
  db: Db,
  { sessionId, memberId, now }: { sessionId: string; memberId: string; now: Date },
): Promise<void> {
  await db`delete from app.confirmation where at < ${now}::timestamptz - interval '1 day'`
  await db`
    insert into app.confirmation (session_id, member_id, at) values (${sessionId}, ${memberId}, ${now})
    on conflict (session_id) do update set at = excluded.at`
}

/** When this session of this member last proved who it is. */
export async function confirmedAt(
  db: Db,
  { sessionId, memberId }: { sessionId: string; memberId: string },
): Promise<Date | undefined> {
  const [row] = await db<{ at: Date }[]>`
    select at from app.confirmation where session_id = ${sessionId} and member_id = ${memberId}`
  return row?.at
}
