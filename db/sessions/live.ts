import type { Db } from '../client.ts'

/** Whether this session of this member still stands: not revoked, not expired. */
export async function isLive(
  db: Db,
  { id, memberId, now }: { id: string; memberId: string; now: Date },
): Promise<boolean> {
  const [row] = await db`
    select 1 from app.session
    where id = ${id} and member_id = ${memberId} and revoked_at is null and expires_at > ${now}`
  return row !== undefined
}
