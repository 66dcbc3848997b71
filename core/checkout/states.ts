import { Final } from '../errors.ts'
import type { Outcome } from './outcome.ts'
import type { PurchaseState } from './shape.ts'

/**
 * Where a purchase request may go from each state. A restarted worker walks again without going back a state, so the
 * graph has one cycle only: the member has the worker's page and gives it back. It lies before the fence. `submitting` is
 * entered only together with the fence, and left only by what the shop itself shows.
 */
export const purchaseEdges: Readonly<Record<PurchaseState, readonly PurchaseState[]>> = {
  queued: ['walking', 'handover', 'not-ordered'],
  walking: ['review', 'with-member', 'dry-run', 'handover', 'not-ordered'],
  // Given back, it is walked on, and the total is shown to the member whatever the mode; or the member pressed the button
  // that buys: then the fence went up before the press reached the shop.
  'with-member': ['walking', 'submitting', 'handover', 'not-ordered'],
  review: ['confirmed', 'with-member', 'handover', 'not-ordered'],
  confirmed: ['submitting', 'with-member', 'handover', 'not-ordered'],
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
