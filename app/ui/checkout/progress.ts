import type { PurchaseState } from '../../../core/checkout/shape.ts'

const over: readonly PurchaseState[] = ['ordered', 'handover', 'not-ordered', 'unknown', 'dry-run']

/** True when nothing more will happen by itself. */
export const isOver = (state: PurchaseState) => over.includes(state)
