import type { Review } from '../../core/checkout/shape.ts'
import { formatMoney } from '../../core/format-money.ts'
import { handOver, type Walk } from './adapter.ts'

export type Limit = {
  /** Minor units. */
  minor: number
  currency: string
}

/** @throws Stopped handover `price` when the shop asks for more than the buyer allowed, or in another currency */
export function requireWithinLimit(walk: Walk, limit: Limit, review: Review): void {
  const asked = formatMoney(review.total_minor, review.currency)
  if (review.currency !== limit.currency)
    throw handOver(walk, 'price', `The shop charges ${asked}; you gave a limit in ${limit.currency}.`)
  if (review.total_minor > limit.minor)
    throw handOver(
      walk,
      'price',
      `The shop asks ${asked}, more than your ${formatMoney(limit.minor, limit.currency)}.`,
    )
}
