import { readHeaders } from '../adapters/chain/headers.ts'
import { badAnswer, type Rpc } from '../adapters/chain/rpc.ts'
import type { Logger } from '../core/log.ts'
import { advance } from '../db/chain/advance.ts'
import { arrangeIndexes } from '../db/chain/indexes.ts'
import type { Mirror, Position } from '../db/chain/position.ts'
import type { Sql } from '../db/client.ts'
import { type Backfill, fetchTail, type Source } from './fetch.ts'
import { followReorg } from './reorg.ts'

export type StepContext = Source & { sql: Sql; logger: Logger; backfill: Backfill }

/** Hashes kept even where the node calls newer blocks final: a sequencer can still lose them. */
const SMALLEST_TAIL = 64

/** The chain's newest block, the block below which nothing is replaced any more, and its block at our height. */
async function look(rpc: Rpc, { number }: Position) {
  const [head, finalized, same] = await readHeaders(rpc, ['latest', 'finalized', Math.max(number, 0)])
  if (!head) throw badAnswer(rpc.origin, 'no newest block')
  const settled = Math.max(0, Math.min(finalized?.number ?? head.number, head.number - SMALLEST_TAIL))
  return { head, settled, same }
}

/**
 * One poll: follows a reorg, or mirrors the next blocks in one transaction, or finds nothing to do.
 * @returns where the mirror stands then; the same object when nothing changed
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final of followReorg and advance
 */
export async function step(context: StepContext, mirror: Mirror): Promise<Mirror> {
  const { sql, rpc, logger, backfill } = context
  const { head, settled, same } = await look(rpc, mirror)
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
  const { facts, blocks } =
    from <= settled
      ? await backfill({ from, to: settled })
      : await fetchTail(context, { from, to: head.number }, mirror)
  const position = await advance(sql, { expected: mirror, facts, blocks, finalized: settled })
  logger.debug({ to: position.number, transfers: facts.transfers.length }, 'mirrored')
  return { ...arranged, ...position }
}
