import type { PurchaseState } from '../../../core/checkout/shape.ts'
import { stateWords } from '../messages/en-checkout.ts'
import { Mark } from '../parts/mark.tsx'
import { isOver } from './progress.ts'

const bad: readonly PurchaseState[] = ['not-ordered', 'unknown']

/** A checkout's state: volt while it runs or waits for the member. */
export function StateMark({ state }: { state: PurchaseState }) {
  const tone = bad.includes(state)
    ? 'alarm'
    : state === 'ordered'
      ? 'solid'
      : isOver(state)
        ? 'plain'
        : 'live'
  return <Mark tone={tone}>{stateWords[state]}</Mark>
}
