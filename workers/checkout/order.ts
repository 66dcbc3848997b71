import type { Confirmation } from '../../adapters/retailers/adapter.ts'
import { handOver, type Walk } from '../../adapters/retailers/adapter.ts'
import { requireWithinLimit } from '../../adapters/retailers/limit.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { raiseFence, resolveFence } from '../../db/purchases/fence.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { requireOpenGate } from './gate.ts'
import { limitOf, noteOf } from './reach.ts'
import { reconcileOrder } from './reconcile.ts'

/** A process that slept longer than this behind its own fence may no longer click: another may be reconciling. */
const CLICK_WITHIN_MS = 5000

/** The page once more, right before the fence: it may have changed while the member was reading. */
async function requireUnchanged(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<Review> {
  const review = await deps.adapter.review(walk)
  if (!review) throw handOver(walk, 'unknown-page', 'The review page went away while you were reading it.')
  requireWithinLimit(walk, limitOf(work), review)
  if (review.quantity !== 1 || review.size !== work.size)
    throw handOver(walk, 'review', 'The cart changed while you were reading it.')
  return review
}

async function readConfirmation({ adapter }: CheckoutDeps, walk: Walk): Promise<Confirmation> {
  return adapter
    .confirm(walk)
    .catch((error: Error) => ({ kind: 'unclear' as const, detail: error.message.split('\n')[0] ?? '' }))
}

async function close(deps: CheckoutDeps, walk: Walk, { id, outcome, message }: Ending): Promise<void> {
  const note = await noteOf(walk, 'confirm', message)
  await resolveFence(deps.sql, { id, outcome, note })
}

type Ending = { id: string; outcome: Outcome; message: string }

type Refusal = Extract<Confirmation, { kind: 'refused' }>

/**
 * What the shop said when it did not take the order, in its words. It is believed only when its own order lookup still
 * lists none some time later: an order can be booked behind such a page.
 */
function refusedBy({ soldOut, evidence }: Refusal): Outcome {
  return {
    kind: 'not-ordered',
    reason: soldOut ? 'sold-out' : 'refused',
    detail: `The shop says: "${evidence}"`,
  }
}

/** The bank, or the shop, asked for the person after the click: theirs when the shop's lookup lists no order. */
function askedBy({ reason, detail }: Extract<Confirmation, { kind: 'person' }>, { page }: Walk): Outcome {
  return { kind: 'handover', reason, resume_url: page.url(), detail }
}

/**
 * Buys, once: re-reads the page, raises the fence, clicks, and reads from the shop what came of it.
 * @throws Stopped, Final or Retryable only while the fence is down; GivenBack when the process ends
 */
export async function placeOrder(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<void> {
  const review = await requireUnchanged(deps, work, walk)
  await requireOpenGate(deps, work)
  const ready = deps.clock()
  deps.stay()
  await raiseFence(deps.sql, work.id)
  walk.stay?.nowOrNever()
  const clicked: PurchaseWork = { ...work, state: 'submitting', review }
  try {
    if (deps.clock() - ready < CLICK_WITHIN_MS) await deps.adapter.submit(walk)
  } catch (error) {
    deps.logger.warn({ request: work.id, error: String(error) }, 'the click that buys did not return')
  }
  const confirmation = await readConfirmation(deps, walk)
  if (confirmation.kind === 'refused')
    return reconcileOrder(deps, clicked, { walk, ifNone: refusedBy(confirmation) })
  if (confirmation.kind === 'unclear') return reconcileOrder(deps, clicked, { walk })
  if (confirmation.kind === 'person')
    return reconcileOrder(deps, clicked, { walk, ifNone: askedBy(confirmation, walk) })
  const { number, evidence } = confirmation
  const outcome: Outcome = {
    kind: 'ordered',
    number,
    total_minor: review.total_minor,
    currency: review.currency,
    evidence,
  }
  await close(deps, walk, { id: work.id, outcome, message: `Ordered${number ? `: ${number}` : ''}.` })
}
