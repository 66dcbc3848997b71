import { cellToParent, getResolution, gridDisk, isValidCell, latLngToCell } from 'h3-js'
import { Final } from '../errors.ts'
import { cellShape } from './shape.ts'

/**
 * What a resolution of H3 is called here. On average a city cell has 253 km², an area 5.2 km², a street 0.74 km² and a
 * door 0.11 km² (h3geo.org, cell statistics). Cells of one place are each other's parents by index, so a place has one
 * cell of each, though the hexagons of two resolutions do not quite cover each other.
 */
export const resolutions = { city: 5, area: 7, street: 8, door: 9 } as const
export type CellKind = keyof typeof resolutions
const kinds = ['city', 'area', 'street', 'door'] as const satisfies readonly CellKind[]

/** A place of the world at every resolution that is used. */
export type Place = { [Kind in CellKind]: string }

/**
 * The cells of a public place. Never of a member: where someone stands does not reach the server.
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @throws RangeError outside of these: H3 itself would wrap around
 */
export function placeOf({ latitude, longitude }: { latitude: number; longitude: number }): Place {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new RangeError(`${latitude}, ${longitude} is no place on Earth`)
  const door = latLngToCell(latitude, longitude, resolutions.door)
  // By index, not from the position: near a border the hexagon around a point is not its cell's parent.
  const parent = (kind: CellKind) => cellToParent(door, resolutions[kind])
  return { door, street: parent('street'), area: parent('area'), city: parent('city') }
}

/**
 * A cell that somebody sent, of the kind that is asked for.
 * @throws Final `cell.invalid`
 */
export function parseCell(text: string, kind: CellKind): string {
  const refuse = (message: string) =>
    new Final({
      code: 'cell.invalid',
      message,
      fix: `Send an H3 cell of resolution ${resolutions[kind]} in lower-case hex, such as those of /api/karma/places.`,
    })
  if (!cellShape.safeParse(text).success || !isValidCell(text)) throw refuse('This is not an H3 cell.')
  const resolution = getResolution(text)
  if (resolution !== resolutions[kind])
    throw refuse(`This cell is of resolution ${resolution}, and a ${kind} is of ${resolutions[kind]}.`)
  return text
}

/** A cell and what it is called here. */
export type Cell = { id: string; kind: CellKind }

/**
 * A cell that somebody sent, of any kind that is used.
 * @throws Final `cell.invalid`
 */
export function anyCell(text: string): Cell {
  const kind = kinds.find((each) => isValidCell(text) && getResolution(text) === resolutions[each])
  if (kind) return { id: parseCell(text, kind), kind }
  throw new Final({
    code: 'cell.invalid',
    message: 'This is no H3 cell of a resolution that is used here.',
    fix: `Send one of resolution ${kinds.map((each) => `${resolutions[each]} (a ${each})`).join(', ')} in lower-case hex.`,
  })
}

/** The city that a cell of resolution 5 or finer is in. */
export function cityOf(cell: string): string {
  return cellToParent(cell, resolutions.city)
}

/** The cell and those that touch it: 7, or 6 at one of H3's twelve pentagons. */
export function withNeighbours(cell: string): string[] {
  return gridDisk(cell, 1)
}
