import { cellToParent, getResolution, latLngToCell } from 'h3-js'
import type { Position } from '../../../core/cell/disk.ts'
import { hotRank } from '../../../core/feed/hot.ts'
import { type Chance, chanceOf } from './chance.ts'

/** Every post by its number, which is also its place in time: what the database is filled with, and what it is held against. */
export type World = {
  count: number
  latitude: Float64Array
  longitude: Float64Array
  /** What each is told to be in: a place in `cells`. */
  told: Uint32Array
  cells: string[]
  likes: Uint16Array
  up: Uint16Array
  down: Uint16Array
  hot: Float64Array
}

const cities: readonly Position[] = [
  { latitude: 40.7195, longitude: -73.9613 },
  { latitude: 34.0463, longitude: -118.2365 },
  { latitude: 41.8827, longitude: -87.6233 },
  { latitude: 43.6532, longitude: -79.3832 },
  { latitude: 51.5136, longitude: -0.1365 },
  { latitude: 35.6702, longitude: 139.7027 },
  { latitude: 52.5243, longitude: 13.4105 },
]
const KM_PER_DEGREE = 111.195
const BEGIN_MS = Date.UTC(2026, 0, 1)
const SPAN_MS = 326 * 86_400_000
/** So many posts of a cell stand for twenty members: each has written ten. */
const ENOUGH_POSTS = 200

export const createdMs = ({ count }: Pick<World, 'count'>, nth: number) =>
  BEGIN_MS + Math.floor((nth / count) * SPAN_MS)

/** A UUIDv7 whose order is that of the numbers. */
export function idOf(world: Pick<World, 'count'>, nth: number): string {
  const time = createdMs(world, nth).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${nth.toString(16).padStart(12, '0')}`
}

export const nthOf = (id: string) => Number.parseInt(id.slice(24), 16)

function offset({ latitude, longitude }: Position, east: number, north: number): Position {
  const perDegree = KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
  return { latitude: latitude + north / KM_PER_DEGREE, longitude: longitude + east / perDegree }
}

/** Where people are: most in a few quarters, many around the middle, some anywhere within 40 km. */
function positions(chance: Chance): () => Position {
  const quarters = cities.map((city) =>
    Array.from({ length: 20 }, () => offset(city, chance.bell() * 7, chance.bell() * 7)),
  )
  return () => {
    const which = chance.below(cities.length)
    const city = cities[which] ?? { latitude: 0, longitude: 0 }
    const kind = chance.next()
    const quarter = quarters[which]?.[chance.below(20)] ?? city
    if (kind < 0.65) return offset(quarter, chance.bell(), chance.bell())
    if (kind < 0.95) return offset(city, chance.bell() * 8, chance.bell() * 8)
    return offset(city, (chance.next() - 0.5) * 80, (chance.next() - 0.5) * 80)
  }
}

/** Of each cell a post is in, what it is told to be in: the finest that enough share, a city at last. */
function tellings(exact: readonly string[], at: Uint32Array): { told: Uint32Array; cells: string[] } {
  const perCell = new Uint32Array(exact.length)
  for (const cell of at) perCell[cell] = (perCell[cell] ?? 0) + 1
  const posts = new Map<string, number>()
  const ladder = (cell: string) =>
    Array.from({ length: getResolution(cell) - 4 }, (_, step) =>
      cellToParent(cell, getResolution(cell) - step),
    )
  for (const [place, cell] of exact.entries())
    for (const each of ladder(cell)) posts.set(each, (posts.get(each) ?? 0) + (perCell[place] ?? 0))
  const tell = (cell: string) =>
    ladder(cell).find((each) => (posts.get(each) ?? 0) >= ENOUGH_POSTS) ?? cellToParent(cell, 5)
  const cells = exact.map(tell)
  return { told: at, cells }
}

function place(world: World, chance: Chance): void {
  const next = positions(chance)
  const known = new Map<string, number>()
  for (let nth = 0; nth < world.count; nth++) {
    const { latitude, longitude } = next()
    world.latitude[nth] = latitude
    world.longitude[nth] = longitude
    // Three in ten check in at a shop, at resolution 8.
    const cell = latLngToCell(latitude, longitude, chance.next() < 0.3 ? 8 : 7)
    const found = known.get(cell) ?? known.size
    known.set(cell, found)
    world.told[nth] = found
  }
  world.cells = tellings([...known.keys()], world.told).cells
}

function judge(world: World, chance: Chance): void {
  for (let nth = 0; nth < world.count; nth++) {
    const likes = Math.floor(chance.next() ** 4 * 40)
    const up = Math.floor(chance.next() ** 8 * 400)
    const down = Math.floor(chance.next() ** 6 * 20)
    const hot = hotRank({ likes, up, down, createdAt: new Date(createdMs(world, nth)) })
    world.likes[nth] = likes
    world.up[nth] = up
    world.down[nth] = down
    world.hot[nth] = hot
  }
}

/** So many posts in seven cities, over most of a year. */
export function makeWorld(count: number, seed: number): World {
  const world: World = {
    count,
    latitude: new Float64Array(count),
    longitude: new Float64Array(count),
    told: new Uint32Array(count),
    cells: [],
    likes: new Uint16Array(count),
    up: new Uint16Array(count),
    down: new Uint16Array(count),
    hot: new Float64Array(count),
  }
  const chance = chanceOf(seed)
  place(world, chance)
  judge(world, chance)
  return world
}
