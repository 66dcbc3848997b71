import { spend } from '../../core/manners/budget.ts'
import type { LeaseKey } from '../../core/manners/gate.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockOrigin, writeBudget } from './row.ts'

/** Gives the lease back, if it is still there, and counts the last requests. */
export async function leaveOrigin(sql: Sql, { origin, lease }: LeaseKey, requests: number): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const state = await lockOrigin(tx, origin)
    if (!state) return
    await writeBudget(tx, origin, spend(state.budget, requests, state.now))
    await tx`
      update app.shop_origin set lease = null, until = to_timestamp(${state.now / 1000})
      where origin = ${origin} and lease = ${lease}`
  })
}
