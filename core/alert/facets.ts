import { isOwn } from './own.ts'
import type { Alert } from './shape.ts'

/** What an alert can be followed by. */
type Facets = {
  sneaker: string
  store: string
  /** Null: of all sizes. */
  size: string | null
  cells: string[]
}

/** Undefined for what is one member's own, or one group's, and for what is about no pair. Pure. */
export function facetsOf(alert: Alert): Facets | undefined {
  if (isOwn(alert) || !('sneaker' in alert)) return undefined
  return {
    sneaker: alert.sneaker.id,
    store: alert.store.id,
    size: alert.kind === 'restock' ? alert.size : null,
    cells: alert.place ? Object.values(alert.place) : [],
  }
}
