import { epochOf } from '../../core/karma/epoch.ts'
import type { Db } from '../client.ts'
import { chargeWithin } from '../karma/budget.ts'
import { rulesNow } from '../karma/effective.ts'
import { dueAt } from './due.ts'
import { type OpenAward, saveAward } from './row.ts'

/**
 * Takes `more` wei out of the budget for an award that is paid from it already. Under the category's lock.
 * @returns false when so much is not left, and nothing is taken
 */
export async function chargeMore(tx: Db, award: OpenAward, more: bigint): Promise<boolean> {
  const { category, epoch } = award
  if (epoch === null) return false
  const { ruleset } = await rulesNow(tx)
  return chargeWithin(tx, { category, epoch }, { amount: more, budget: ruleset.budgets[category] ?? 0n })
}

/** Said of what the budget refused, and taken back when it pays. */
const overBudget = (category: string): string =>
  `The budget for ${category} is used up; this is next in line when something is taken back.`

/**
 * Charges a confirmed award to its category's budget and makes it due, or caps it when the budget is used up. The epoch
 * is the one it was refused in before, else the one of `now`. Under the category's lock.
 * @returns whether it is paid
 */
export async function payFromBudget(tx: Db, award: OpenAward, now: Date): Promise<boolean> {
  const { category, amount, sourceId, readyAt } = award
  if (!readyAt) return false
  const { ruleset } = await rulesNow(tx)
  const epoch = award.epoch ?? epochOf(now, ruleset.epochDays)
  const why = award.why.filter((sentence) => sentence !== overBudget(category))
  const budget = ruleset.budgets[category] ?? 0n
  if (!(await chargeWithin(tx, { category, epoch }, { amount, budget }))) {
    await saveAward(tx, { ...award, epoch, cappedBy: 'budget', why: [...why, overBudget(category)] }, null)
    return false
  }
  await saveAward(tx, { ...award, epoch, cappedBy: null, why }, await dueAt(tx, { sourceId, readyAt, now }))
  return true
}
