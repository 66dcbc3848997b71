import { writeAlert } from '../alerts/write.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

const BATCH = 100

/**
 * Puts awards that the mirror shows into the log of alerts, once each: also when the mirror is built anew.
 * @returns how many; fewer than a batch when there are no more
 */
export async function announceAwards(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const minted = await tx<{ awardId: string; memberId: string }[]>`
      select a.id as "awardId", a.member_id as "memberId"
      from app.award a join chain.award mirrored using (award_id)
      where a.award_id is not null and a.told_at is null order by a.award_id limit ${BATCH} for update of a skip locked`
    await tx`update app.award set told_at = ${now} where id = any(${minted.map(({ awardId }) => awardId)})`
    for (const award of minted) await writeAlert(tx, { kind: 'award', ...award })
    return minted.length
  })
}
