import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Drop } from '../../../core/drop/shape.ts'
import type { Restock } from '../../../core/restock/shape.ts'
import type { SizeMark } from '../parts/size-grid.tsx'

/** A report says little about the shelf after this long, ms. */
const FRESH_MS = 24 * 3600 * 1000

type Known = { restocks: readonly Restock[]; purchases: readonly PurchaseRequest[]; now: number }

/**
 * What is known of one size of a drop. `in`: a confirmed restock of this pair and size within a day, and nobody says that it is
 * gone.
 * `out`: this member's own checkout found it sold out after the last such report. Everything else is unknown, never out.
 */
export function markOf(drop: Drop, size: string, known: Known): SizeMark {
  const seen = known.restocks
    .filter((each) => each.sneaker_id === drop.sneaker.id && each.size === size)
    // What its shop said is gone since, or only takes orders for, is on no shelf.
    .filter((each) => each.confirmed_at !== null && each.ended_at === null && each.state === 'in')
    .map((each) => Date.parse(each.timestamp))
    .filter((at) => known.now - at < FRESH_MS)
  const soldOut = known.purchases
    .filter((each) => each.drop_id === drop.id && each.size === size)
    .filter(({ outcome }) => outcome?.kind === 'not-ordered' && outcome.reason === 'sold-out')
    .map((each) => Date.parse(each.updated_at))
  const lastSeen = Math.max(0, ...seen)
  const lastOut = Math.max(0, ...soldOut)
  if (lastOut > lastSeen) return 'out'
  return lastSeen > 0 ? 'in' : 'unknown'
}
