import { Stopped, type Walk } from '../../adapters/retailers/adapter.ts'
import { lookForOrder, type Placed, type Verdict } from '../../adapters/retailers/lookup.ts'
import { showTicket } from '../../adapters/retailers/universal/ucp/ticket.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'

import { readFence, resolveFence } from '../../db/purchases/fence.ts'
import { knownOrders, type PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { keepableOutcome } from './live/private.ts'
import { noteOf } from './reach.ts'
import { visitShop } from './visit.ts'

const nothing: Outcome = {
  kind: 'not-ordered',
  reason: 'refused',
  detail: 'The shop has no order for you; nothing was bought.',
}

/** The member may have ordered under another mail than the one that the shop was asked for. */
const elsewhere: Outcome = {
  kind: 'unknown-needs-member',
  detail: 'You pressed the button yourself, and the shop lists no order under the mail of this request.',
}

function outcomeOf(verdict: Verdict, work: PurchaseWork, ifNone: Outcome): Outcome {
  if (verdict.kind === 'ordered')
    return {
      kind: 'ordered',
      number: verdict.number,
      total_minor: work.review?.total_minor ?? 0,
      currency: work.review?.currency ?? work.currency,
      evidence: verdict.evidence,
    }
  if (verdict.kind === 'none') return ifNone
  const detail = `Whether the order was placed could not be read. ${verdict.detail} Please look in your mail before you buy again.`
  return { kind: 'unknown-needs-member', detail }
}

/** The shop may not even be asked, for hours: nobody is left waiting without a word. */
async function closeUnasked({ sql }: CheckoutDeps, id: string, error: unknown): Promise<void> {
  const outcome = error instanceof Stopped ? error.outcome : undefined
  if (outcome?.kind !== 'unknown-needs-member') throw error
  await resolveFence(sql, { id, outcome, note: { step: 'reconcile', message: outcome.detail } })
}

/**
 * Finds out what became of an order behind the fence, without ever clicking a button that buys, and ends the request.
 * It stays while the process drains; when that one ends, the next looks.
 * @param walk the walk whose page still lives; a fresh one otherwise
 * @param ifNone how the request ends when the shop has no order, where the page itself told it
 */
export async function reconcileOrder(
  deps: CheckoutDeps,
  work: PurchaseWork,
  { walk: page, ifNone: told }: { walk?: Walk; ifNone?: Outcome } = {},
): Promise<void> {
  const fence = await readFence(deps.sql, work.id)
  if (!fence) return
  const ifNone = told ?? (fence.byHand ? elsewhere : nothing)
  deps.stay()
  const placed: Placed = {
    review: work.review,
    since: fence.at,
    believable: fence.at.getTime() + deps.settings.reconcileSeconds * 1000,
    known: () => knownOrders(deps.sql, work.id),
  }
  const look = async (walk: Walk) => {
    const outcome = keepableOutcome(
      walk,
      outcomeOf(await lookForOrder(deps.adapter, walk, placed), work, ifNone),
    )
    const message =
      outcome.kind === 'ordered'
        ? `The shop lists order ${outcome.number}.`
        : 'detail' in outcome
          ? outcome.detail
          : ''
    await resolveFence(deps.sql, { id: work.id, outcome, note: await noteOf(walk, 'reconcile', message) })
  }
  if (page) return look(page)
  const visiting = visitShop(deps, work, (walk) => {
    showTicket(walk, fence.ticket)
    return look(walk)
  })
  await visiting.catch((error: unknown) => closeUnasked(deps, work.id, error))
}
