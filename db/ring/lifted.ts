import type { Db } from '../client.ts'

/** Until when a granted appeal keeps discounts from this member; null when none does. */
export async function liftedUntil(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Date | null> {
  const [row] = await db<{ until: Date | null }[]>`
    select max(lifts_until) as until from app.karma_appeal where member_id = ${memberId} and lifts_until > ${now}`
  return row?.until ?? null
}
