import { distanceKm, middleOf, type Position } from '../../../core/cell/disk.ts'
import type { Store } from '../../../core/restock/shape.ts'

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The middle of them all; of a radius on one side of the date line. */
function centreOf(cells: readonly string[]): Position {
  const middles = cells.map(middleOf)
  return {
    latitude: mean(middles.map(({ latitude }) => latitude)),
    longitude: mean(middles.map(({ longitude }) => longitude)),
  }
}

/** "about 6 km around, nearest shop Corner, Brooklyn": which of one's places these cells are. */
export function aroundWords(cells: readonly string[], stores: readonly Store[]): string {
  const centre = centreOf(cells)
  const reach = Math.max(...cells.map((cell) => distanceKm(centre, middleOf(cell))))
  const shops = stores.flatMap(({ name, city, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ name: city ? `${name}, ${city}` : name, km: distanceKm(centre, { latitude, longitude }) }],
  )
  const [nearest] = shops.sort((a, b) => a.km - b.km)
  const about = `about ${Math.max(1, Math.round(reach))} km around`
  return nearest ? `${about}, nearest shop ${nearest.name}` : about
}
