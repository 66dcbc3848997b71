import { type Random, seeded } from '../../core/random.ts'

/** What a seed has in store. */
export type Plan = {
  /** Whether faults begin with the first block, or where the chain's newest blocks are followed already. */
  isFromStart: boolean
  /** Requests after which the world is calm. */
  calm: number
  killedAtRequest: Set<number>
  killedAtMessage: Set<number>
  /** In a thousand messages to the database. */
  cuts: number
  /** 0: never. */
  secondWriterAt: number
  /** New blocks are announced over WebSocket. */
  isAnnounced: boolean
  /** The indexer is a process of its own, and its death a SIGKILL. */
  isProcess: boolean
  pollMs: number
  /** Below its newest block, a node that has forgotten what is older still has so many. */
  pruned: number
  world: Random
  node: Random
  heads: Random
  database: Random
}

/** A process takes 0.3 s of a core to start: one seed in so many. */
const SEEDS_PER_PROCESS = 16

export function planOf(seed: number): Plan {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const some = (most: number, below: number) =>
    new Set(Array.from({ length: random(most + 1) }, () => 1 + random(below)))
  const isProcess = seed % SEEDS_PER_PROCESS === 0
  const isAnnounced = random(2) === 0
  const isFromStart = random(4) === 0
  return {
    isFromStart,
    calm: 6 + random(24),
    killedAtRequest: isProcess ? new Set([2 + random(12), 3 + random(12)]) : some(2, 30),
    killedAtMessage: isProcess ? new Set() : some(2, 120),
    cuts: random(3) === 0 ? random(40) : 0,
    secondWriterAt: random(5) === 0 ? 1 + random(15) : 0,
    ...{ isAnnounced, isProcess },
    // Where blocks are announced, the poll must not always be there first.
    pollMs: isAnnounced ? 1 + random(8) : 1,
    pruned: 70 + random(150),
    world: seeded(random(2 ** 31)),
    node: seeded(random(2 ** 31)),
    heads: seeded(random(2 ** 31)),
    database: seeded(random(2 ** 31)),
  }
}
