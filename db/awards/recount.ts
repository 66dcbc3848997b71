import type { Db } from '../client.ts'
import { type Day, onThatDay } from './cap.ts'
import { chargeMore, payFromBudget } from './charge.ts'
import { dueAt } from './due.ts'
import { redecide } from './redecide.ts'
import { type AwardRow, awardColumns, type OpenAward, saveAward, toAward } from './row.ts'

/** Those that hold a place first, so that nobody loses one; then those that wait for one, in the order they came. */
async function takeDay(tx: Db, day: Day): Promise<OpenAward[]> {
  const rows = await tx<AwardRow[]>`
    select ${tx.unsafe(awardColumns)} from app.award
      where ${onThatDay(tx, day)} and reversed_at is null
        and (capped_by is null or capped_by in ('day', 'budget'))
      order by award_id is null, coalesce(capped_by = 'day', false), created_at, id for update`
  return rows.map(toAward)
}

/** A place further up may be worth more, as far as the budget has it; never less than what was promised. */
async function raise(
  tx: Db,
  award: OpenAward,
  { amount, now }: { amount: bigint; now: Date },
): Promise<boolean> {
  const { sourceId, readyAt } = award
  const paid = award.cappedBy === null && readyAt !== null
  if (paid && !(await chargeMore(tx, award, amount - award.amount))) return false
  const due = paid ? await dueAt(tx, { sourceId, readyAt, now }) : null
  await saveAward(tx, { ...award, amount }, due)
  return true
}

async function place(tx: Db, award: OpenAward, now: Date): Promise<'same' | 'raised' | 'capped' | 'paid'> {
  const decision = await redecide(tx, award)
  if (!decision || decision.capped) return 'capped'
  const { amount, why } = decision
  if (award.cappedBy !== 'day') {
    if (amount <= award.amount) return 'same'
    return (await raise(tx, { ...award, why }, { amount, now })) ? 'raised' : 'same'
  }
  const lifted = { ...award, amount, why, cappedBy: null }
  if (award.readyAt) await payFromBudget(tx, lifted, now)
  else await saveAward(tx, lifted, null)
  return 'paid'
}

/**
 * Counts a member's day again after something of it was taken back: the next one that the cap refused gets its due, and
 * repeats that moved up are worth what their place is. What is frozen keeps its place and its amount. Under the
 * category's lock.
 * @returns whether anything changed
 */
export async function recountDay(tx: Db, day: Day, now: Date): Promise<boolean> {
  let [earnedBefore, changed] = [0, false]
  for (const award of await takeDay(tx, day)) {
    const outcome = award.frozen ? 'same' : await place(tx, { ...award, earnedBefore }, now)
    if (outcome === 'raised' || outcome === 'paid') changed = true
    if (outcome !== 'capped' || award.cappedBy !== 'day') earnedBefore += 1
  }
  return changed
}
