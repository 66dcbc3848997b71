import { Final } from '../errors.ts'
import type { Outcome } from './outcome.ts'
import type { PurchaseState } from './shape.ts'

/**
 * Where a purchase request may go from each state. A restarted worker walks again without going back a state, so the
 * graph has no cycles. `submitting` is entered only together with the fence, and left only by what the shop itself shows.
 */
export const purchaseEdges: Readonly<Record<PurchaseState, readonly PurchaseState[]>> = {
  queued: ['walking', 'handover', 'not-ordered'],
  walking: ['review', 'dry-run', 'handover', 'not-ordered'],
  review: ['confirmed', 'handover', 'not-ordered'],
  confirmed: ['submitting', 'handover', 'not-ordered'],
  submitting: ['ordered', 'unknown', 'handover', 'not-ordered'],
  ordered: [],
  handover: [],
  'not-ordered': [],
  unknown: [],
  'dry-run': [],
}

/** Where every request begins. */
export const firstPurchaseState: PurchaseState = 'queued'

/** True when nothing more will happen to a request in this state. */
export function isFinalState(state: PurchaseState): boolean {
  return purchaseEdges[state].length === 0
}

/** @throws Final `checkout.state` when the machine has no such edge */
export function requireMove(from: PurchaseState, to: PurchaseState): void {
  if (purchaseEdges[from].includes(to)) return
  throw new Final({
    code: 'checkout.state',
    message: `A checkout that is ${from} cannot become ${to}.`,
    fix: isFinalState(from) ? 'It has ended; start a new request.' : 'Reload the request and try again.',
  })
}

/** The final state that an outcome means. */
export function stateOf(outcome: Outcome): PurchaseState {
  return outcome.kind === 'unknown-needs-member' ? 'unknown' : outcome.kind
}
