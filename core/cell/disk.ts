import {
  cellToBoundary,
  cellToLatLng,
  cellToParent,
  getHexagonEdgeLengthAvg,
  greatCircleDistance,
  gridDisk,
  latLngToCell,
} from 'h3-js'
import { type CellKind, resolutions } from './cell.ts'

/** How far around a place somebody can want to hear of, km, and the cells that say it: well below 200 of them. */
export const radii = [
  { km: 2, kind: 'street' },
  { km: 5, kind: 'area' },
  { km: 10, kind: 'area' },
  { km: 25, kind: 'city' },
  { km: 50, kind: 'city' },
] as const satisfies readonly { km: number; kind: CellKind }[]
export type Radius = (typeof radii)[number]

export type Position = { latitude: number; longitude: number }
type Pair = [latitude: number, longitude: number]

/** A cell reaches a little beyond its hexagon: what is in it by index need not be in it by position. */
const OVERHANG = 1.2

const reachOf = (cell: string, middle: Pair) =>
  Math.max(...cellToBoundary(cell).map((corner) => greatCircleDistance(middle, corner, 'km'))) * OVERHANG

/**
 * The cells that a circle touches, coarser with its size. No store within the circle is missed; some beyond it, by less than
 * a cell, are taken too. The middle is that of the area cell (about 5 km²) around the position: the cells do not tell
 * more of where somebody stands than that.
 * @param km of `radii`
 */
export function cellsAround({ latitude, longitude }: Position, { km, kind }: Radius): string[] {
  const exact: Pair = [latitude, longitude]
  const area = cellToParent(latLngToCell(latitude, longitude, resolutions.door), resolutions.area)
  const middle = cellToLatLng(area)
  // So that the circle around the blurred middle holds the one that is meant.
  const blurred = km + Math.max(greatCircleDistance(middle, exact, 'km'), reachOf(area, middle))
  const resolution = resolutions[kind]
  // Cells of one resolution differ by a factor of two in area; 0.6 of the mean edge is below the least.
  const steps = Math.ceil(blurred / (1.5 * 0.6 * getHexagonEdgeLengthAvg(resolution, 'km'))) + 1
  return gridDisk(latLngToCell(...middle, resolution), steps).filter((cell) => {
    const center = cellToLatLng(cell)
    return greatCircleDistance(middle, center, 'km') <= blurred + reachOf(cell, center)
  })
}

/** The middle of a cell. */
export function middleOf(cell: string): Position {
  const [latitude, longitude] = cellToLatLng(cell)
  return { latitude, longitude }
}

/** Kilometres from one place to another, as the crow flies. */
export function distanceKm(from: Position, to: Position): number {
  return greatCircleDistance([from.latitude, from.longitude], [to.latitude, to.longitude], 'km')
}
