import { cellToBoundary, cellToLatLng, cellToParent, gridDisk } from 'h3-js'
import { z } from 'zod'
import { resolutions } from '../cell/cell.ts'
import { cellShape } from '../cell/shape.ts'
import { happeningShape } from '../happening/shape.ts'
import { nearStoreShape } from './shape.ts'

/** Rings of area cells around the one in the middle: 61 cells, 5 miles to each side. */
const RINGS = 4
/** Half the map's width on the ground, metres. */
export const MAP_METRES = 9_000

/** Degrees. */
const pointShape = z.object({ lng: z.number(), lat: z.number() })
export type MapPoint = z.infer<typeof pointShape>

export const hexShape = z.object({
  cell: cellShape,
  /** Corners, the first one not repeated. */
  ring: z.array(pointShape),
  /** Of the last seven days; counted where they are told to be, never finer. */
  posts: z.int(),
  restocks: z.int(),
  /** Larger than the map's own cells: somewhere in here, and no more is told. */
  wide: z.boolean(),
})
export type Hex = z.infer<typeof hexShape>

export const mapShape = z.object({
  cell: cellShape,
  /** Looked at by who is not there: posts are counted for whole cities, and lines are not told. */
  peek: z.boolean(),
  /** The map's own cells, and the wide ones that have something. */
  hexes: z.array(hexShape),
  stores: z.array(nearStoreShape),
  /** Line reports of the last six hours, in the middle of the cell they are told to be in. */
  lines: z.array(
    z.object({
      post_id: z.uuid(),
      at: pointShape,
      store_name: z.string().nullable(),
      created_at: z.iso.datetime(),
    }),
  ),
  /** Of the next 30 days. */
  happenings: z.array(happeningShape),
})
export type AreaMap = z.infer<typeof mapShape>

/** Five digits are a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Corners of a cell as part of a map around another one: across the date line they go on beyond 180 degrees. */
export function ringOf(cell: string, around: string): MapPoint[] {
  const [, middle] = cellToLatLng(around)
  return cellToBoundary(cell).map(([latitude, longitude]) => {
    const turns = Math.round((middle - longitude) / 360)
    return { lng: rounded(longitude + 360 * turns), lat: rounded(latitude) }
  })
}

/** The middle of a cell. */
export function pointOf(cell: string): MapPoint {
  const [latitude, longitude] = cellToLatLng(cell)
  return { lng: rounded(longitude), lat: rounded(latitude) }
}

/** Area cells of the map around one, and the coarser ones around them, which posts may be told in. */
export function mapCells(area: string): { areas: string[]; wide: string[] } {
  const areas = gridDisk(area, RINGS)
  const above = (resolution: number) => new Set(areas.map((cell) => cellToParent(cell, resolution)))
  return { areas, wide: [...above(resolutions.city), ...above(6)] }
}
