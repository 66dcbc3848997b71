import { GivenBack } from '../../adapters/queue/worker.ts'
import { Stopped } from '../../adapters/retailers/adapter.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { loadWork, type PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'

const POLL_MS = 1000

/**
 * Keeps the review page open until the member confirms.
 * @returns the confirmed request; undefined when it ended meanwhile (cancelled)
 * @throws Stopped not-ordered `expired`; GivenBack when the process drains
 */
export async function waitForMember(
  { sql, watch, settings, draining }: CheckoutDeps,
  id: string,
): Promise<PurchaseWork | undefined> {
  const limit = Date.now() + settings.reviewSeconds * 1000
  while (Date.now() < limit) {
    const work = await loadWork(sql, id)
    if (!work || isFinalState(work.state)) return undefined
    if (work.state === 'confirmed') return work
    if (draining.aborted) throw new GivenBack()
    await watch.change(id, POLL_MS, draining)
  }
  const detail = 'You did not confirm in time; nothing was ordered.'
  throw new Stopped({ kind: 'not-ordered', reason: 'expired', detail })
}
