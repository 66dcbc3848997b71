import type { Outcome } from './outcome.ts'
import type { PurchaseMode, PurchaseState } from './shape.ts'
import { isFinalState } from './states.ts'

type Move = { to: PurchaseState; mode: PurchaseMode; outcome?: Outcome | undefined }

/** Whether a member who is not looking is told of it: the checkout needs them, or has ended otherwise than by their own word. */
export function isTold({ to, mode, outcome }: Move): boolean {
  if (to === 'with-member') return true
  if (to === 'review') return mode === 'review'
  const isCancelled = outcome?.kind === 'not-ordered' && outcome.reason === 'cancelled'
  return isFinalState(to) && !isCancelled
}
