import type { Category } from '../../core/karma/rule.ts'
import { chargeMore, payFromBudget } from '../awards/charge.ts'
import { dueAt } from '../awards/due.ts'
import { lockCategories } from '../awards/lock.ts'
import { redecide } from '../awards/redecide.ts'
import { type AwardRow, awardColumns, type OpenAward, saveAward, toAward } from '../awards/row.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

/** Of one act, or of one member. */
type Whose = { now: Date } & ({ sourceId: string } | { memberId: string })

/** The discounted awards that are not frozen: a fragment of `where`. */
function discounted(tx: Db, whose: Whose) {
  const which = 'sourceId' in whose ? tx`source_id = ${whose.sourceId}` : tx`member_id = ${whose.memberId}`
  return tx`${which} and ring_discount > 0 and award_id is null and reversed_at is null`
}

/** What the award is worth without the discount; its budget follows. */
async function restore(tx: Db, found: OpenAward, now: Date): Promise<void> {
  const whole = { ...found, ringDiscount: 0 }
  const decision = await redecide(tx, whole)
  if (!decision || decision.capped === 'off') return
  const award = { ...whole, amount: decision.amount, why: decision.why }
  const { sourceId, readyAt, cappedBy } = award
  if (cappedBy === 'ring') {
    if (readyAt) await payFromBudget(tx, { ...award, cappedBy: null }, now)
    else await saveAward(tx, { ...award, cappedBy: null }, null)
    return
  }
  const paid = cappedBy === null && readyAt !== null
  // A budget that is used up keeps it as it is.
  if (paid && !(await chargeMore(tx, award, award.amount - found.amount))) return
  await saveAward(tx, award, paid ? await dueAt(tx, { sourceId, readyAt, now }) : null)
}

/**
 * Gives awards that were discounted for their circle what they are worth in full, as far as no batch holds them: when
 * somebody else vouched for the act, or when an appeal was granted.
 */
export async function liftDiscounts(tx: Db, whose: Whose): Promise<void> {
  const categories = await tx<{ category: Category }[]>`
    select distinct category from app.award where ${discounted(tx, whose)}`
  if (categories.length === 0) return
  await lockCategories(
    tx,
    categories.map(({ category }) => category),
  )
  const rows = await tx<AwardRow[]>`
    select ${tx.unsafe(awardColumns)} from app.award where ${discounted(tx, whose)} order by created_at, id for update`
  for (const award of rows.map(toAward)) {
    await restore(tx, award, whose.now)
    await notifyApp(tx, { kind: 'award', member_id: award.memberId })
  }
}
