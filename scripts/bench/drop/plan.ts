import { seeded } from '../../../core/random.ts'

/** What a member does at a moment of the drop; `at` in milliseconds after its opening. */
export type Act = { at: number; member: number } & (
  | { kind: 'ask'; drop: number }
  | { kind: 'read' }
  | { kind: 'report'; size: string }
)
export type DropSize = {
  /** Online, each with a socket. */
  members: number
  /** Requests for a checkout within `rushMs`, each of another member. */
  asks: number
  /** Open to everybody, each at a shop of its own; the one behind them asks for karma that nobody has. */
  shops: number
  /** Feed pages a second, from the first moment to the last. */
  reads: number
  restocks: number
}

/** All requests come within this time. Milliseconds. */
export const RUSH_MS = 10_000
/** One in so many asks for the drop that asks for karma. */
const POOR = 10
/** Of one member who holds the button down: more than may be open, and more than a minute allows. */
export const HELD_DOWN = 150

/** Sizes that a shop may have: as many restocks can be told of one pair. */
export const sizes = Array.from({ length: 36 }, (_, nth) => String(4 + nth / 2))

/** The same seed and size, the same drop; in the order of time. Pure. */
export function dropPlanOf(seed: number, { members, asks, shops, reads, restocks }: DropSize): Act[] {
  const random = seeded(seed)
  const asking = Array.from({ length: asks }, (_, nth): Act => {
    const drop = nth % POOR === 0 ? shops : nth % shops
    return { kind: 'ask', at: random(RUSH_MS), member: nth, drop }
  })
  // The last member of all is the one; no other act is theirs.
  const greedy = members - 1
  const holding = Array.from({ length: HELD_DOWN }, (): Act => {
    return { kind: 'ask', at: random(RUSH_MS), member: greedy, drop: 0 }
  })
  const count = Math.round((reads * RUSH_MS) / 1_000)
  const reading = Array.from({ length: count }, (): Act => {
    return { kind: 'read', at: random(RUSH_MS), member: random(greedy) }
  })
  const reports = sizes.slice(0, restocks).map((size, nth): Act => {
    return { kind: 'report', at: Math.round((nth * RUSH_MS) / restocks), member: greedy - 1 - nth, size }
  })
  return [...asking, ...holding, ...reading, ...reports].toSorted((a, b) => a.at - b.at)
}
