import { Stopped } from '../../adapters/retailers/adapter.ts'
import { gateFor } from '../../db/drops/gate.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'

/**
 * Asks the gate as it stands now: a transfer or a reorg may have closed it since the request was made.
 * @throws Stopped not-ordered `refused`, with what would open it
 */
export async function requireOpenGate({ sql }: CheckoutDeps, work: PurchaseWork): Promise<void> {
  const gate = await gateFor(sql, { memberId: work.memberId, dropId: work.dropId, now: new Date() })
  if (gate.open) return
  throw new Stopped({ kind: 'not-ordered', reason: 'refused', detail: gate.reason })
}
