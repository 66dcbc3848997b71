import type { PoolLoad } from '../../db/pool/load.ts'
import { degraded, down, ok } from './judge.ts'
import type { QueueHealth } from './shape.ts'

/** Seconds after which whoever waits asks why: more workers are wanted, or none is at work. */
const LONG = 300

const unknown = { waiting: null, oldest_seconds: null, under_way: null, dead: null }

/**
 * The checkout queue: what waits as Postgres knows it, where its jobs are as the queue itself does.
 * @param counts undefined when the queue does not answer, `load` when the database does not
 */
export function judgeQueue(
  counts: Record<string, number> | undefined,
  load: PoolLoad | undefined,
): QueueHealth {
  const known = load ?? unknown
  if (!counts) return { ...down('The queue does not answer.'), ...known }
  const jobs = Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')
  const oldest = load?.oldest_seconds ?? 0
  if (load && oldest > LONG) {
    const detail = `${load.waiting} checkouts wait, the oldest for ${Math.round(oldest)} s. Jobs: ${jobs}.`
    return { ...degraded(detail), ...known }
  }
  return { ...ok(`Jobs: ${jobs}.`), ...known }
}
