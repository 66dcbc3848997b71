import { cellsAround, distanceKm, middleOf, type Position, radii } from '../../../core/cell/disk.ts'
import type { Store } from '../../../core/restock/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/follow/around.ts'

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The middle of them all; of a radius on one side of the date line. */
function centreOf(cells: readonly string[]): Position {
  const middles = cells.map(middleOf)
  return {
    latitude: mean(middles.map(({ latitude }) => latitude)),
    longitude: mean(middles.map(({ longitude }) => longitude)),
  }
}

/** The radius that gives as many cells of their kind. */
function radiusOf(cells: readonly string[], centre: Position): number {
  const alike = radii
    .map((radius) => ({ km: radius.km, like: cellsAround(centre, radius) }))
    .filter(({ like }) => like[0]?.slice(0, 2) === cells[0]?.slice(0, 2))
    .sort((a, b) => Math.abs(a.like.length - cells.length) - Math.abs(b.like.length - cells.length))
  return alike[0]?.km ?? 0
}

/** "5 km around, nearest shop Corner, Brooklyn": which of one's places these cells are. */
export function aroundWords(cells: readonly string[], stores: readonly Store[]): string {
  const centre = centreOf(cells)
  const shops = stores.flatMap(({ name, city, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ name: city ? `${name}, ${city}` : name, km: distanceKm(centre, { latitude, longitude }) }],
  )
  const [nearest] = shops.sort((a, b) => a.km - b.km)
  const about = fill(words.kmAround, { cells: radiusOf(cells, centre) })
  return nearest ? fill(words.nearestShop, { about, name: nearest.name }) : about
}
