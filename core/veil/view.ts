import { cellToParent } from 'h3-js'
import { type Cell, resolutions } from '../cell/cell.ts'

/** From where a feed is looked at. */
export type View = {
  /** An area, around which everything within five miles is seen; of a peek a city, of which that is seen. */
  cell: string
  /** Looked at from far away, or by someone who is nowhere: read-only, and nothing is told finer than the city. */
  isPeek: boolean
}

/** The city that a cell is in, looked at from far away. */
export function peekAt({ id, kind }: Cell): View {
  return { cell: kind === 'city' ? id : cellToParent(id, resolutions.city), isPeek: true }
}
