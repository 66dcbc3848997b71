import type { Confirmation, Walk } from '../../../adapters/retailers/adapter.ts'
import { ticketOf } from '../../../adapters/retailers/universal/ucp/ticket.ts'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import { raiseFence, resolveFence } from '../../../db/purchases/fence.ts'
import { loadWork, type PurchaseWork } from '../../../db/purchases/work.ts'
import type { CheckoutDeps } from '../deps.ts'
import { noteOf } from '../reach.ts'
import { reconcileOrder } from '../reconcile.ts'
import { askedBy, refusedBy } from '../refused.ts'
import { keepableOutcome } from './private.ts'

type Ordered = Extract<Confirmation, { kind: 'ordered' }>

/** The shop says that there is an order. What it costs is known from where it was pressed. */
function outcomeOf({ number, evidence }: Ordered, { review }: PurchaseWork): Outcome {
  if (review) {
    const { total_minor, currency } = review
    return { kind: 'ordered', number, total_minor, currency, evidence }
  }
  const named = number ? ` (${number})` : ''
  const detail = `You placed an order yourself${named}; the page does not say what it costs. It says: "${evidence}"`
  return { kind: 'unknown-needs-member', detail }
}

/**
 * The member ordered on the worker's page, or may have: behind the fence, what came of it is read from the page or asked
 * of the shop, never tried again.
 */
export async function settleByHand(
  deps: CheckoutDeps,
  { id, walk, seen }: { id: string; walk: Walk; seen: Confirmation },
): Promise<void> {
  const before = await loadWork(deps.sql, id)
  if (!before) return
  if (before.state !== 'submitting') await raiseFence(deps.sql, id, { byHand: true, ticket: ticketOf(walk) })
  const work: PurchaseWork = { ...before, state: 'submitting' }
  if (seen.kind === 'refused') return reconcileOrder(deps, work, { walk, ifNone: refusedBy(seen) })
  if (seen.kind === 'person') return reconcileOrder(deps, work, { walk, ifNone: askedBy(seen, walk) })
  if (seen.kind === 'unclear') return reconcileOrder(deps, work, { walk })
  const outcome = keepableOutcome(walk, outcomeOf(seen, work))
  const note = await noteOf(
    walk,
    'confirm',
    `Ordered${seen.number ? `: ${seen.number}` : ''}, by your own hand.`,
  )
  await resolveFence(deps.sql, { id, outcome, note })
}
