import { cellArea, cellToChildren, cellToLatLng, greatCircleDistance } from 'h3-js'

/** A post of which it is known where it was written, and what an attack heard of it. */
export type Heard = {
  /** The cell of resolution 7 around the place. */
  area: string
  /** Two posts of which the same was heard cannot be told apart by it. */
  heard: string
}

export type Narrowed = {
  /** In cells of resolution 7: below 1 somebody's street is known. */
  cells: number
  km2: number
}

/**
 * The smallest area that what was heard narrows any of these posts to: of all places from which the same would have been
 * heard. Each place stands for its share of its cell, so they are to be spread over the cell evenly. Needs no theory of
 * how the instance shows what it shows: whatever differs with the place is found. Pure.
 */
export function narrow(posts: readonly Heard[]): Narrowed {
  const planted = Map.groupBy(posts, ({ area }) => area)
  const share = ({ area }: Heard) => 1 / (planted.get(area)?.length ?? 1)
  const sum = (alike: readonly Heard[], weight: (post: Heard) => number) =>
    alike.reduce((total, post) => total + weight(post), 0)
  const found = [...Map.groupBy(posts, ({ heard }) => heard).values()].map((alike) => ({
    // 7 × 1/7 is 1.
    cells: Math.round(sum(alike, share) * 1e6) / 1e6,
    km2: sum(alike, (post) => share(post) * cellArea(post.area, 'km2')),
  }))
  return found.reduce((least, each) => (each.cells < least.cells ? each : least))
}

/** From where a post was looked for, and whether it was there. */
export type Look = { from: string; seen: boolean }

const FINE = 10

/**
 * Trilateration: places within an area cell that are consistent with "who is near enough sees it", whatever "near enough" is:
 * all that saw it are nearer than all that did not. In cells of resolution 7; 0 when there is no such place. Pure.
 */
export function trilaterate(area: string, looks: readonly Look[]): Narrowed {
  const middles = looks.map(({ from, seen }) => ({ middle: cellToLatLng(from), seen }))
  const fine = cellToChildren(area, FINE)
  const fits = fine.filter((cell) => {
    const place = cellToLatLng(cell)
    const far = ({ middle }: { middle: [number, number] }) => greatCircleDistance(place, middle, 'km')
    const farthestSeen = Math.max(0, ...middles.filter(({ seen }) => seen).map(far))
    const nearestUnseen = Math.min(Infinity, ...middles.filter(({ seen }) => !seen).map(far))
    return farthestSeen <= nearestUnseen
  })
  const km2 = fits.reduce((total, cell) => total + cellArea(cell, 'km2'), 0)
  return { cells: fits.length / fine.length, km2 }
}
