import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { payFromBudget } from './charge.ts'
import { categoriesOf, lockCategories } from './lock.ts'
import { redecide } from './redecide.ts'
import { type AwardRow, awardColumns, type OpenAward, saveAward, toAward } from './row.ts'

export type Maturing = {
  sourceId: string
  /** How many independent members have confirmed it. */
  confirmations: number
  /** The end of the challenge window. */
  maturesAt: Date
  now: Date
  /** Basis points to take off, by member, where more is known than when the act was done. */
  ringDiscounts?: ReadonlyMap<string, number>
}

/** The awards that have the confirmations their rule asked for, and had not before. */
async function takeReady(tx: Db, { sourceId, confirmations }: Maturing): Promise<OpenAward[]> {
  const rows = await tx<AwardRow[]>`
    with open as (
      update app.award set confirmations = greatest(confirmations, ${confirmations})
        where source_id = ${sourceId} and reversed_at is null and award_id is null returning *)
    select ${tx.unsafe(awardColumns)} from open
      where needs_confirmations <= ${confirmations} and ready_at is null order by created_at, id`
  return rows.map(toAward)
}

/**
 * The award with a discount that became known since; where that leaves nothing it is capped by it. One that waits for a
 * place remembers it, for when there is one.
 */
async function discounted(tx: Db, award: OpenAward, ringDiscount: number): Promise<OpenAward> {
  if (ringDiscount === award.ringDiscount) return award
  const known = { ...award, ringDiscount }
  const decision = await redecide(tx, known)
  if (!decision) return award
  const { amount, capped, why } = decision
  return award.cappedBy === null ? { ...known, amount, cappedBy: capped, why } : { ...known, amount }
}

/**
 * Starts the challenge window of every award of the source that has the confirmations its rule needs, as far as the
 * budget of its category reaches. A capped one is noted to be ready, in case a reversal makes room for it.
 */
export async function matureAwards(tx: Db, maturing: Maturing): Promise<void> {
  const { sourceId, maturesAt, now, ringDiscounts } = maturing
  await lockCategories(tx, await categoriesOf(tx, sourceId))
  for (const found of await takeReady(tx, maturing)) {
    const discount = ringDiscounts?.get(found.memberId) ?? found.ringDiscount
    const award = await discounted(tx, { ...found, readyAt: maturesAt }, discount)
    if (award.cappedBy === null) await payFromBudget(tx, award, now)
    else await saveAward(tx, award, null)
    await notifyApp(tx, { kind: 'award', member_id: award.memberId })
  }
}
