import type { Category } from '../../core/karma/rule.ts'
import type { Db } from '../client.ts'

/** A category's budget of one epoch. */
export type Pot = { category: Category; epoch: number }

/** Takes wei out of the pot, or puts them back when negative. Under the category's lock. */
export async function charge(tx: Db, { category, epoch }: Pot, amount: bigint): Promise<void> {
  // A row is checked before it is found to be there: what is put back is never below nothing in it.
  await tx`
    insert into app.karma_budget (category, epoch, spent)
      values (${category}, ${epoch}, greatest(${String(amount)}::numeric, 0))
      on conflict (category, epoch) do update set spent = karma_budget.spent + ${String(amount)}::numeric`
}

/**
 * Takes wei out of the pot if its budget has so much left. Under the category's lock.
 * @returns false when it has not, and nothing is taken
 */
export async function chargeWithin(
  tx: Db,
  { category, epoch }: Pot,
  { amount, budget }: { amount: bigint; budget: bigint },
): Promise<boolean> {
  // What is spent is never below nothing, so this also answers for a pot that has no row yet.
  if (amount > budget) return false
  const taken = await tx`
    insert into app.karma_budget (category, epoch, spent)
      values (${category}, ${epoch}, greatest(${String(amount)}::numeric, 0))
      on conflict (category, epoch) do update set spent = karma_budget.spent + ${String(amount)}::numeric
        where karma_budget.spent + ${String(amount)}::numeric <= ${String(budget)}::numeric`
  return taken.count === 1
}
