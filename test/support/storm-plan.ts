import { type Random, seeded } from '../../core/random.ts'
import type { ShopState, Telling } from './stock-shop.ts'

/** What a storm is of: deaths, clocks that are minutes off, or a database whose disk is full now and then. */
export type Weather = 'deaths' | 'clocks' | 'disk'
/** Whom or what it befalls. */
const victims = {
  deaths: ['monitor', 'gateway', 'notify', 'postgres'],
  clocks: [],
  disk: ['disk'],
} as const
export type Victim = (typeof victims)[Weather][number]

export type StormDoom = {
  who: Victim
  /** When so many changes have been written down. */
  after: number
  /** And then so long. Milliseconds. */
  delay: number
  /** How long nobody is in its place, or there is no room. Milliseconds. */
  gap: number
}
export type StormPlan = {
  /** Each with an origin of its own. */
  shops: number
  products: number
  sizes: readonly string[]
  telling: readonly Telling[]
  changes: number
  dooms: StormDoom[]
  /** How far the clock of the nth process is off. Milliseconds. */
  skewOf: (nth: number) => number
  random: Random
}
export type StormSize = {
  changes: number
  shops: number
  products: number
  kills: number
  /** Deaths by default. */
  weather?: Weather
}

/** What `npm run chaos -- alerts` is without flags. */
export const wholeStorm: StormSize = { changes: 1_000, shops: 4, products: 8, kills: 12 }

const SIZES = ['7', '7.5', '8', '8.5', '9', '9.5', '10', '10.5', '11', '12']
/** Changes that are kept for each doom to come: something must happen while somebody is away. */
export const KEPT = 6
const LONGEST_DELAY_MS = 400
const LONGEST_GAP_MS = 1_500
/** A disk is full for longer: what fits into what Postgres has at hand is written all the same. */
const FULL_MS = 1_500
const MINUTE_MS = 60_000
/** Of a skewed clock, minutes: over every lease, and three times as long as an access token is good for. */
const [LEAST_SKEW, MOST_SKEW] = [2, 45]

/** Each in turn, in an order of the seed's own, so that no run spares one of them. */
function doomsOf(random: Random, { changes, kills, weather = 'deaths' }: StormSize): StormDoom[] {
  const all: readonly Victim[] = victims[weather]
  if (all.length === 0) return []
  const first = random(all.length)
  return Array.from({ length: kills }, (_, nth): StormDoom => {
    const who = all[(first + nth) % all.length] ?? 'monitor'
    // The last changes come when all is calm again: what is lost then is not found by what follows it.
    const drawn = Math.floor(((nth + random(100) / 100) / kills) * changes * 0.9)
    // Nor after more than there are before it: in a small storm nothing would ever befall anybody.
    const after = Math.min(drawn, Math.max(0, changes - KEPT * (kills - nth)))
    const [delay, gap] = [random(LONGEST_DELAY_MS), random(LONGEST_GAP_MS)]
    return { who, after, delay, gap: who === 'disk' ? gap + FULL_MS : gap }
  })
}

/** Before and after the true time in turns: of two that do the same one is ahead, and one behind. */
function skewsOf(seed: number, { weather }: StormSize): (nth: number) => number {
  if (weather !== 'clocks') return () => 0
  const random = seeded(-seed)
  const skews = Array.from({ length: 16 }, () => (LEAST_SKEW + random(MOST_SKEW - LEAST_SKEW)) * MINUTE_MS)
  return (nth) => (skews[nth % skews.length] ?? 0) * (nth % 2 === 0 ? 1 : -1)
}

/** The same seed and size, the same storm. */
export function stormPlanOf(seed: number, size: StormSize): StormPlan {
  const random = seeded(seed)
  const dooms = doomsOf(random, size)
  const { changes, shops, products } = size
  const telling = ['page', 'shopify', 'woo'] as const
  return { shops, products, changes, dooms, sizes: SIZES, telling, skewOf: skewsOf(seed, size), random }
}

/** What becomes of a size: mostly it comes and goes. */
export function nextState(random: Random, now: ShopState, telling: Telling): ShopState {
  // Which Shopify's list does not tell.
  const isEarly = telling !== 'shopify' && random(5) === 0
  if (now === 'out') return isEarly ? 'preorder' : 'in'
  return now === 'preorder' && random(2) === 0 ? 'in' : 'out'
}
