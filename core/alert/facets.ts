import type { Alert } from './shape.ts'

/** What an alert can be followed by. */
type Facets = {
  sneaker: string
  store: string
  /** Null: of all sizes. */
  size: string | null
  cells: string[]
}

/** Undefined for what is one member's own. Pure. */
export function facetsOf(alert: Alert): Facets | undefined {
  if (alert.kind === 'purchase' || alert.kind === 'award') return undefined
  return {
    sneaker: alert.sneaker.id,
    store: alert.store.id,
    size: alert.kind === 'restock' ? alert.size : null,
    cells: alert.place ? Object.values(alert.place) : [],
  }
}
