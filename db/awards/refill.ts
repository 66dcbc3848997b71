import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import type { Pot } from '../karma/budget.ts'
import { payFromBudget } from './charge.ts'
import { type AwardRow, awardColumns, toAward } from './row.ts'

/** Of one reversal at most: it frees one award's worth, and small ones may fit several times. */
const LIMIT = 50

/**
 * Pays those that the budget refused from what a reversal put back, in the order their acts were done, up to the first
 * that does not fit: nobody overtakes. Under the category's lock.
 */
export async function refill(tx: Db, { category, epoch }: Pot, now: Date): Promise<void> {
  const rows = await tx<AwardRow[]>`
    select ${tx.unsafe(awardColumns)} from app.award
      where category = ${category} and epoch = ${epoch} and capped_by = 'budget' and reversed_at is null
      order by created_at, id limit ${LIMIT} for update`
  for (const award of rows.map(toAward)) {
    if (!(await payFromBudget(tx, award, now))) return
    await notifyApp(tx, { kind: 'award', member_id: award.memberId })
  }
}
