import { type Random, seeded } from '../../core/random.ts'
import type { ShopState, Telling } from './stock-shop.ts'

/** Whom a storm kills. */
export const victims = ['monitor', 'gateway', 'notify', 'postgres'] as const
export type Victim = (typeof victims)[number]

export type StormDoom = {
  who: Victim
  /** When so many changes have been written down. */
  after: number
  /** And then so long. Milliseconds. */
  delay: number
  /** How long nobody is in its place. Milliseconds. */
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
  random: Random
}
export type StormSize = { changes: number; shops: number; products: number; kills: number }

/** What `npm run chaos -- alerts` is without flags. */
export const wholeStorm: StormSize = { changes: 1_000, shops: 4, products: 8, kills: 12 }

const SIZES = ['7', '7.5', '8', '8.5', '9', '9.5', '10', '10.5', '11', '12']
const LONGEST_DELAY_MS = 400
const LONGEST_GAP_MS = 1_500

/** Each in turn, in an order of the seed's own, so that no run spares one of them. */
function doomsOf(random: Random, { changes, kills }: StormSize): StormDoom[] {
  const first = random(victims.length)
  return Array.from({ length: kills }, (_, nth): StormDoom => {
    const who = victims[(first + nth) % victims.length] ?? 'monitor'
    // The last changes come when all is calm again: what is lost then is not found by what follows it.
    const after = Math.floor(((nth + random(100) / 100) / kills) * changes * 0.9)
    return { who, after, delay: random(LONGEST_DELAY_MS), gap: random(LONGEST_GAP_MS) }
  })
}

/** The same seed and size, the same storm. */
export function stormPlanOf(seed: number, size: StormSize): StormPlan {
  const random = seeded(seed)
  const dooms = doomsOf(random, size)
  const { changes, shops, products } = size
  return { shops, products, changes, dooms, sizes: SIZES, telling: ['page', 'shopify', 'woo'], random }
}

/** What becomes of a size: mostly it comes and goes. */
export function nextState(random: Random, now: ShopState, telling: Telling): ShopState {
  // Which Shopify's list does not tell.
  const isEarly = telling !== 'shopify' && random(5) === 0
  if (now === 'out') return isEarly ? 'preorder' : 'in'
  return now === 'preorder' && random(2) === 0 ? 'in' : 'out'
}
