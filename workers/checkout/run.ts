import { GivenBack } from '../../adapters/queue/worker.ts'
import { pageTrouble, Stopped } from '../../adapters/retailers/adapter.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { Final, isSnpdError } from '../../core/errors.ts'
import { formatMoney } from '../../core/format-money.ts'
import { beginWalk, finishPurchase } from '../../db/purchases/progress.ts'
import { loadWork, type PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { requireOpenGate } from './gate.ts'
import { waitForMember } from './member.ts'
import { placeOrder } from './order.ts'
import { reachReview } from './reach.ts'
import { reconcileOrder } from './reconcile.ts'
import { visitShop } from './visit.ts'

function finish({ sql }: CheckoutDeps, id: string, outcome: Outcome): Promise<void> {
  const message = 'detail' in outcome ? outcome.detail : outcome.kind
  return finishPurchase(sql, { id, outcome, note: { step: null, message } })
}

/** From the queue to the end: gate, walk, review, the member's word, the order. */
async function walkAndBuy(deps: CheckoutDeps, work: PurchaseWork): Promise<void> {
  await requireOpenGate(deps, work)
  await visitShop(deps, work, async (walk) => {
    await beginWalk(deps.sql, { id: work.id, note: { step: null, message: 'A worker opens the shop.' } })
    const review = await reachReview(deps, work, walk)
    if (work.mode === 'dry-run') {
      const { total_minor, currency } = review
      const detail = `Stopped before ordering; the shop would ask ${formatMoney(total_minor, currency)}.`
      return finish(deps, work.id, { kind: 'dry-run', total_minor, currency, detail })
    }
    // Others may go to the shop while the member reads.
    await walk.stay?.rest()
    const confirmed = await waitForMember(deps, work.id)
    if (!confirmed) return
    if ((await walk.stay?.resume(deps.draining)) === false) throw new GivenBack()
    await placeOrder(deps, confirmed, walk)
  })
}

/** What an error of the walk means for the request; errors that another try may cure are thrown on. */
async function absorb(deps: CheckoutDeps, id: string, error: unknown): Promise<void> {
  if (error instanceof GivenBack) throw error
  const now = await loadWork(deps.sql, id)
  // It ended meanwhile (the member cancelled), or is past the fence: then only reconciling may end it.
  if (!now || isFinalState(now.state)) return
  // Always to be tried again: this may be the second of two workers, and the first may be waiting for the shop's answer.
  if (now.state === 'submitting') throw pageTrouble(String(error), error)
  if (error instanceof Stopped) return finish(deps, id, error.outcome)
  if (error instanceof Final)
    return finish(deps, id, { kind: 'not-ordered', reason: 'refused', detail: error.message })
  throw isSnpdError(error)
    ? error
    : pageTrouble(`The walk broke off: ${String(error).split('\n')[0]}.`, error)
}

/**
 * Works on one request from wherever it stands. Safe to call again at any time and from several processes: behind the
 * fence it only reads.
 * @throws Retryable, GivenBack
 */
export async function runCheckout(deps: CheckoutDeps, id: string): Promise<void> {
  const work = await loadWork(deps.sql, id)
  if (!work || isFinalState(work.state)) return
  deps.logger.info({ request: id, state: work.state }, 'checkout begins')
  try {
    await (work.state === 'submitting' ? reconcileOrder(deps, work) : walkAndBuy(deps, work))
  } catch (error) {
    await absorb(deps, id, error)
  }
}
