import { type Bucket, spend } from '../../core/manners/budget.ts'
import { LEASE_MS } from '../../core/manners/entry.ts'
import type { LeaseKey } from '../../core/manners/gate.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockOrigin, writeBudget } from './row.ts'

/**
 * Counts requests and keeps the lease. What was asked is counted also when the lease is gone.
 * @returns what is left; undefined when somebody else has the origin
 */
export async function renewLease(
  sql: Sql,
  { origin, lease }: LeaseKey,
  requests: number,
): Promise<Bucket | undefined> {
  return inTransaction(sql, async (tx) => {
    const state = await lockOrigin(tx, origin)
    if (!state) return undefined
    const budget = spend(state.budget, requests, state.now)
    await writeBudget(tx, origin, budget)
    const kept = await tx`
      update app.shop_origin set until = to_timestamp(${(state.now + LEASE_MS) / 1000})
      where origin = ${origin} and lease = ${lease}`
    return kept.count === 1 ? budget : undefined
  })
}
