import { Stopped } from '../../adapters/retailers/adapter.ts'
import { databaseNow } from '../../db/clock.ts'
import { gateFor } from '../../db/drops/gate.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'

/**
 * Asks the gate as it stands now: a transfer or a reorg may have closed it since the request was made.
 * @throws Stopped not-ordered `refused`, with what would open it
 */
export async function requireOpenGate({ sql }: CheckoutDeps, work: PurchaseWork): Promise<void> {
  const { memberId, dropId } = work
  const gate = await gateFor(sql, { memberId, dropId, now: await databaseNow(sql) })
  if (gate.open) return
  throw new Stopped({ kind: 'not-ordered', reason: 'refused', detail: gate.reason })
}
