import type { AreaMap, Hex, MapPoint } from '../../../core/geo/map.ts'

/** Width of the drawing, in its own units; its height follows from the ground. */
export const WIDTH = 1000

/** From longitude and latitude to the drawing. North is up; true enough for ten miles. */
export type Projection = { height: number; place: (point: MapPoint) => [x: number, y: number] }

const radians = (degrees: number) => (degrees * Math.PI) / 180
const tenth = (value: number) => Math.round(value * 10) / 10

/** The drawing of these hexes, all of each. */
export function projectionOf(hexes: readonly Pick<Hex, 'ring'>[]): Projection {
  const corners = hexes.flatMap(({ ring }) => ring)
  const [longitudes, latitudes] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const squeeze = Math.cos(radians((south + north) / 2))
  const scale = WIDTH / ((east - west) * squeeze)
  const place = ({ lng, lat }: MapPoint): [number, number] => {
    // The nearer way around: a ring beyond the date line goes on beyond 180 degrees.
    const turned = lng + 360 * Math.round(((west + east) / 2 - lng) / 360)
    return [tenth((turned - west) * squeeze * scale), tenth((north - lat) * scale)]
  }
  return { height: tenth((north - south) * scale), place }
}

/** Corners as SVG's `points`. */
export const pointsOf = ({ place }: Projection, ring: readonly MapPoint[]) =>
  ring.map((point) => place(point).join(',')).join(' ')

/** How much goes on, in four steps: nothing, something, more, much. */
export function stepOf({ posts, restocks }: Pick<Hex, 'posts' | 'restocks'>): 0 | 1 | 2 | 3 {
  const count = posts + restocks
  if (count === 0) return 0
  return count < 4 ? 1 : count < 12 ? 2 : 3
}

/** What has a position on the map. */
export function pinsOf({ stores, lines, happenings }: AreaMap) {
  return {
    stores: stores.flatMap(({ store: { id, name, longitude, latitude } }) =>
      longitude === null || latitude === null ? [] : [{ id, name, at: { lng: longitude, lat: latitude } }],
    ),
    lines: lines.map(({ post_id, at }) => ({ id: post_id, name: 'Line', at })),
    happenings: happenings
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, title, longitude, latitude }) => ({
        id,
        name: title,
        at: { lng: longitude, lat: latitude },
      })),
  }
}
