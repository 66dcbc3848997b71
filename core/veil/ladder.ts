import { cellToParent, getResolution } from 'h3-js'
import { resolutions } from '../cell/cell.ts'

/** So many members share a cell before it is told. */
export const ENOUGH = 20

/** The cell and its parents up to its city, finest first. */
export function ladderOf(cell: string): string[] {
  const finest = getResolution(cell)
  return Array.from({ length: finest - resolutions.city + 1 }, (_, step) => cellToParent(cell, finest - step))
}

/**
 * Of a ladder the finest cell that enough share. A city is told whoever shares it: it is the coarsest that there is, 253 km².
 * @param sharedBy members active in each cell, where they were counted
 */
export function finestShared(ladder: readonly string[], sharedBy: ReadonlyMap<string, number>): string {
  const found = ladder.find((cell) => (sharedBy.get(cell) ?? 0) >= ENOUGH) ?? ladder.at(-1)
  if (found === undefined) throw new RangeError('a ladder has a rung')
  return found
}
