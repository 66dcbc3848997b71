import {
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  greatCircleDistance,
  gridDisk,
} from 'h3-js'
import { resolutions } from '../cell/cell.ts'

/** Five miles, in km. */
export const NEAR_KM = 8.046_72
/**
 * Areas within this many steps hold all whose middles are so near: it is 3 in most places, and 5 by the pentagons, where
 * cells are smallest.
 */
const MOST_STEPS = 5

/** The areas whose middles are within five miles of the middle of this one. */
function areasAround(area: string): string[] {
  const middle = cellToLatLng(area)
  return gridDisk(area, MOST_STEPS).filter(
    (each) => greatCircleDistance(middle, cellToLatLng(each), 'km') <= NEAR_KM,
  )
}

const parents = (cells: readonly string[], resolution: number) =>
  new Set(cells.map((cell) => cellToParent(cell, resolution)))

/**
 * The cell under which feeds find a post: the area of what is told finer, else the coarser cell as it is told.
 * @param published of resolution 5 to 8
 */
export function foundUnder(published: string): string {
  return getResolution(published) > resolutions.area ? cellToParent(published, resolutions.area) : published
}

/**
 * Under which cells a feed looks. Seen from an area it shows what may be within five miles: posts of the areas whose middles are,
 * and those told no finer than a coarser cell that such an area is in. Seen of a city: all that is in it.
 * A function of two cells, the post's and the reader's: where somebody stands does not enter, so no number of looks, from
 * wherever, says more of a post than the cell it is told to be in.
 * @param view an area (resolution 7) or a city (5)
 */
export function feedCells(view: string): string[] {
  const areas =
    getResolution(view) === resolutions.city ? cellToChildren(view, resolutions.area) : areasAround(view)
  return [...areas, ...parents(areas, resolutions.area - 1), ...parents(areas, resolutions.city)]
}
