import { cellToChildren, cellToLatLng, cellToParent, getResolution, greatCircleDistance } from 'h3-js'
import { NEAR_KM } from '../../../core/feed/near.ts'
import type { FeedSort } from '../../../core/post/shape.ts'
import type { World } from './world.ts'

/** What is near, asked of one cell after the other, by distance and nothing else. */
function isNear(told: string, view: string): boolean {
  const areas = getResolution(told) > 7 ? [cellToParent(told, 7)] : cellToChildren(told, 7)
  return areas.some((area) => greatCircleDistance(cellToLatLng(area), cellToLatLng(view), 'km') <= NEAR_KM)
}

/** The numbers of the posts that a feed must show, best first, by a look at every post that there is. */
export function bruteForce(
  world: World,
  { view, sort, limit }: { view: string; sort: FeedSort; limit: number },
) {
  const near = world.cells.map((cell) => isNear(cell, view))
  const found: number[] = []
  for (let nth = 0; nth < world.count; nth++) if (near[world.told[nth] ?? 0]) found.push(nth)
  const hot = (nth: number) => world.hot[nth] ?? 0
  found.sort((one, other) => (sort === 'hot' ? hot(other) - hot(one) : 0) || other - one)
  return found.slice(0, limit)
}
