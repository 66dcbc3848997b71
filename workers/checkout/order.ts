import type { Confirmation } from '../../adapters/retailers/adapter.ts'
import { handOver, type Walk } from '../../adapters/retailers/adapter.ts'
import { requireWithinLimit } from '../../adapters/retailers/limit.ts'
import { ticketOf } from '../../adapters/retailers/universal/ucp/ticket.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { raiseFence, resolveFence } from '../../db/purchases/fence.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { requireOpenGate } from './gate.ts'
import { type Handover, lendToMember } from './live/lend.ts'
import { limitOf, noteOf } from './reach.ts'
import { reconcileOrder } from './reconcile.ts'
import { askedBy, refusedBy } from './refused.ts'

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

/** A bank or the shop asks its member something between the click and the order: they see the page, and answer. */
async function lendOpen(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<boolean> {
  const asks = deps.settings.liveSeconds > 0 ? await deps.adapter.asksPerson(walk).catch(() => null) : null
  if (!asks) return false
  const detail = `The order waits for you: the page asks for ${asks}.`
  const handover: Handover = { kind: 'handover', reason: 'payment', resume_url: null, detail }
  await lendToMember(deps, { id: work.id, walk, handover, isBehind: true })
  return true
}

async function finishAsked(deps: CheckoutDeps, work: PurchaseWork, { walk, asked }: Asked): Promise<void> {
  const handover = askedBy(asked, walk)
  if (deps.settings.liveSeconds === 0) return reconcileOrder(deps, work, { walk, ifNone: handover })
  await lendToMember(deps, { id: work.id, walk, handover, isBehind: true })
}

type Asked = { walk: Walk; asked: Extract<Confirmation, { kind: 'person' }> }

/**
 * Buys, once: re-reads the page, raises the fence, clicks, and reads from the shop what came of it.
 * @throws Stopped, Final or Retryable only while the fence is down; GivenBack when the process ends
 */
export async function placeOrder(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<void> {
  const review = await requireUnchanged(deps, work, walk)
  await requireOpenGate(deps, work)
  const ready = deps.clock()
  deps.stay()
  await raiseFence(deps.sql, work.id, { ticket: ticketOf(walk) })
  walk.stay?.nowOrNever()
  const clicked: PurchaseWork = { ...work, state: 'submitting', review }
  try {
    if (deps.clock() - ready < CLICK_WITHIN_MS) await deps.adapter.submit(walk)
  } catch (error) {
    const [line] = String(error).split('\n')
    deps.logger.warn({ request: work.id, error: line }, 'the click that buys did not return')
  }
  const confirmation = await readConfirmation(deps, walk)
  if (confirmation.kind === 'refused')
    return reconcileOrder(deps, clicked, { walk, ifNone: refusedBy(confirmation) })
  if (confirmation.kind === 'unclear')
    return (await lendOpen(deps, clicked, walk)) ? undefined : reconcileOrder(deps, clicked, { walk })
  if (confirmation.kind === 'person') return finishAsked(deps, clicked, { walk, asked: confirmation })
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
