import { type Random, seeded } from '../../core/random.ts'

/** When a worker dies: at which of its requests to the node or messages to the database, before or after it is heard. */
export type Doom = { by: 'request' | 'message'; at: number; when: 'before' | 'after' }

/** What a seed has in store. */
export type Plan = {
  /** Workers that are killed before the world is calm. */
  kills: number
  /** Requests after which it is calm in any case. */
  most: number
  /** Of the workers. */
  settings: { pollMs: number; graceMs: number; stuckSeconds: number }
  /** In a thousand messages to the database. */
  cuts: number
  world: Random
  node: Random
  database: Random
  doom: () => Doom
}

/** With these a worker logs in. */
const OPENING_MESSAGES = 12

export function planOf(seed: number): Plan {
  const random = seeded(Math.imul(seed, 0x85ebca6b))
  const dooms = seeded(random(2 ** 31))
  const doom = (): Doom => {
    const by = dooms(2) === 0 ? 'request' : 'message'
    // What is quick to happen is tried more often than what takes a while.
    const most = [6, 12, 40][dooms(3)] ?? 6
    const first = by === 'message' && dooms(6) > 0 ? OPENING_MESSAGES : 0
    return { by, at: first + 1 + dooms(most), when: dooms(2) === 0 ? 'before' : 'after' }
  }
  return {
    kills: 3 + random(4),
    most: 300 + random(300),
    settings: { pollMs: 10 + random(30), graceMs: random(80), stuckSeconds: (20 + random(200)) / 1_000 },
    cuts: random(2) === 0 ? random(12) : 0,
    ...{ world: seeded(random(2 ** 31)), node: seeded(random(2 ** 31)), database: seeded(random(2 ** 31)) },
    doom,
  }
}
