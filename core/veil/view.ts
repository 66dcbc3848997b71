import { cellToParent } from 'h3-js'
import { type Cell, cityOf, resolutions } from '../cell/cell.ts'
import { feedCells, foundUnder } from '../feed/near.ts'

/** From where a feed is looked at. */
export type View = {
  /** An area, around which everything within five miles is seen; of a peek a city, of which that is seen. */
  cell: string
  /** Looked at from far away, or by someone who is nowhere: read-only, and nothing is told finer than the city. */
  isPeek: boolean
}

/**
 * As what cell the place of a post is told to one reader: as it was published where a feed around them would show it, to
 * everybody else as its city. Pure.
 * @param stand the area that the reader looks from; null: far away, or nowhere
 */
export function tellingTo(stand: string | null): (published: string) => string {
  const seen = new Set(stand === null ? [] : feedCells(stand))
  return (published) => (seen.has(foundUnder(published)) ? published : cityOf(published))
}

/** The city that a cell is in, looked at from far away. */
export function peekAt({ id, kind }: Cell): View {
  return { cell: kind === 'city' ? id : cellToParent(id, resolutions.city), isPeek: true }
}
