import type { Db } from '../client.ts'

/** wei of the member's awards that are in no batch yet: lost to who leaves now. */
export async function promisedTo(db: Db, memberId: string): Promise<bigint> {
  const [row] = await db<{ amount: bigint }[]>`
    select coalesce(sum(amount), 0) as amount from app.award
      where member_id = ${memberId} and award_id is null and reversed_at is null and capped_by is null`
  return row?.amount ?? 0n
}
