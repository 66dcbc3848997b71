import { setTimeout as sleep } from 'node:timers/promises'
import { readHeaders } from '../adapters/chain/headers.ts'
import { badAnswer } from '../adapters/chain/rpc.ts'
import type { Logger } from '../core/log.ts'
import { advance } from '../db/chain/advance.ts'
import type { Changes } from '../db/chain/changes.ts'
import { arrangeIndexes } from '../db/chain/indexes.ts'
import type { Mirror, Position } from '../db/chain/position.ts'
import type { Sql } from '../db/client.ts'
import type { Backfill } from './backfill.ts'
import { type Fetched, type Source, toBlock } from './fetch.ts'
import type { Pace } from './pace.ts'
import { followReorg } from './reorg.ts'
import { fetchTail } from './tail.ts'

/** Where the mirror stands now, and how many events that took. */
export type Commit = { number: number; events: number }
export type StepContext = Source & {
  sql: Sql
  logger: Logger
  backfill: Backfill<Changes>
  pace: Pace
  onCommit?: ((commit: Commit) => void) | undefined
}

/** Hashes kept even where the node calls newer blocks final: a sequencer can still lose them. */
const SMALLEST_TAIL = 64
/** Fewer final blocks than this are proven one by one like the tail; only more of them are worth a backfill. */
const SMALLEST_BACKFILL = 200
/** A node behind the mirror, on the same chain, is asked again before it is believed: 3 times in 100 ms. */
const SECOND_LOOKS = 2
const SECOND_LOOK_MS = 50

/** The block below which nothing is replaced any more. */
function settledAt(head: number, finalized: number | undefined): number {
  return Math.max(0, Math.min(finalized ?? head, head - SMALLEST_TAIL))
}

/** The chain's newest block, the block below which nothing is replaced any more, and its block at our height. */
async function look({ rpc }: StepContext, { number }: Position) {
  const [head, finalized, same] = await readHeaders(rpc, ['latest', 'finalized', Math.max(number, 0)])
  if (!head) throw badAnswer(rpc.origin, 'no newest block')
  return { head, same, settled: settledAt(head.number, finalized?.number) }
}

/**
 * A look that is not deceived by two nodes at different heights behind one URL: only a node that has fallen behind
 * several times is one that lost blocks.
 */
async function lookTwice(context: StepContext, mirror: Mirror) {
  let seen = await look(context, mirror)
  for (let again = 0; again < SECOND_LOOKS && !seen.same && seen.head.number < mirror.number; again++) {
    await sleep(SECOND_LOOK_MS)
    seen = await look(context, mirror)
  }
  return seen
}

async function commit(
  { sql, logger, onCommit }: StepContext,
  mirror: Mirror,
  { changes, blocks, finalized }: Fetched & { finalized: number },
): Promise<Mirror> {
  const position = await advance(sql, { expected: mirror, changes, blocks, finalized })
  const { events } = changes
  logger.debug({ to: position.number, events }, 'mirrored')
  onCommit?.({ number: position.number, events })
  return { ...mirror, ...position }
}

/** The blocks up to an announced one, without a look: undefined when that does not go, for whatever reason. */
async function followAnnounced(
  context: StepContext,
  mirror: Mirror,
  head: number,
): Promise<Mirror | undefined> {
  // Indexes put off for a backfill are built after a look.
  if (mirror.deferred) return undefined
  const isNext = head > mirror.number && head <= mirror.number + context.pace.tail
  if (!isNext) return undefined
  const tail = await fetchTail(context, { from: mirror.number + 1, to: head }, mirror)
  return tail && commit(context, mirror, { ...tail, finalized: settledAt(head, tail.finalized) })
}

/**
 * More of a long way of blocks that no reorg can replace. No look is needed in between: each range must stand on the
 * last one by its parent hash.
 */
async function fillBack(context: StepContext, mirror: Mirror): Promise<Mirror> {
  const { backfill } = context
  const { made, last } = await backfill.next(mirror)
  return commit(context, mirror, { changes: made, blocks: [toBlock(last)], finalized: backfill.until })
}

/**
 * One poll: follows a reorg, or mirrors the next blocks in one transaction, or finds nothing to do.
 * @param announced number of a block that the node has just called its newest
 * @returns where the mirror stands then; the same object when nothing changed
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final of followReorg and advance
 */
export async function step(context: StepContext, mirror: Mirror, announced = 0): Promise<Mirror> {
  if (mirror.number < context.backfill.until) return fillBack(context, mirror)
  const followed = await followAnnounced(context, mirror, announced)
  if (followed) return followed
  const { sql, rpc, logger, backfill } = context
  const { head, settled, same } = await lookTwice(context, mirror)
  if (mirror.hash !== null && same?.hash !== mirror.hash) {
    // Two nodes behind one URL may stand at different heights; a newest block above ours says nothing was lost.
    if (!same && head.number >= mirror.number) throw badAnswer(rpc.origin, `no block ${mirror.number}`)
    const position = await followReorg(sql, rpc, mirror)
    logger.info({ from: mirror.number, to: position.number }, 'followed a reorg')
    return { ...mirror, ...position }
  }
  const arranged = await arrangeIndexes(sql, mirror, settled - mirror.number)
  if (head.number <= mirror.number) return arranged
  const from = mirror.number + 1
  if (settled - from >= SMALLEST_BACKFILL) {
    backfill.until = settled
    return fillBack(context, arranged)
  }
  const tail = await fetchTail(context, { from, to: head.number }, mirror)
  if (!tail) throw badAnswer(rpc.origin, `block ${from} does not follow, or has gone since the last answer`)
  return commit(context, arranged, { ...tail, finalized: settled })
}
