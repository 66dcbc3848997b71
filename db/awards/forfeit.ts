import type { Category } from '../../core/karma/rule.ts'
import type { Db } from '../client.ts'
import { charge, type Pot } from '../karma/budget.ts'
import { lockCategories } from './lock.ts'
import { refill } from './refill.ts'

/**
 * Deletes the awards of a member who leaves. What no batch holds is forfeited: what it held of budgets and pools goes back.
 * What a batch holds is minted, its content is a row of its own, and stays taken.
 */
export async function forfeitAwards(
  tx: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  const of = await tx<{ category: Category }[]>`
    select distinct category from app.award where member_id = ${memberId}`
  // Others' confirmations write a scout's award without the scout's lock: those under way are waited for.
  await lockCategories(tx, ['intel', ...of.map(({ category }) => category)])
  const pots = await tx<(Pot & { amount: bigint })[]>`
    with gone as (
      delete from app.award where member_id = ${memberId}
      returning category, epoch, amount, rule, source_id, award_id, reversed_at, capped_by),
    free as (
      update app.scout_find f set held = null from gone
      where f.restock_id = gone.source_id and gone.rule = 'restock.scout' and gone.award_id is null)
    select category, epoch, sum(amount) as amount from gone
      where epoch is not null and award_id is null and reversed_at is null and capped_by is null
      group by category, epoch order by category, epoch`
  for (const { amount, ...pot } of pots) {
    await charge(tx, pot, -amount)
    await refill(tx, pot, now)
  }
}
