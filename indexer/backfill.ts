import { type Header, headerCall, readHeaders, toHeader } from '../adapters/chain/headers.ts'
import { type BlockRange, type Log, logsCall, toLogsOfRange } from '../adapters/chain/logs.ts'
import { proveLogs, requireLogs } from '../adapters/chain/proof.ts'
import { badAnswer, type Rpc } from '../adapters/chain/rpc.ts'
import type { Facts } from '../db/chain/facts.ts'
import type { Position } from '../db/chain/position.ts'
import { decodeLogs } from './decode.ts'
import { isBadAnswer, type Source } from './fetch.ts'
import { fullnessOf, type Pace } from './pace.ts'

/** More would only fill memory: the database is the slower end. */
const IN_FLIGHT = 3

/** Times of blocks by number: from the logs where the node tells them, else from headers. */
async function timesOf(rpc: Rpc, logs: Log[]): Promise<Map<number, number>> {
  const times = new Map<number, number>()
  const missing = new Set<number>()
  for (const { blockNumber, blockTimestamp } of logs)
    if (blockTimestamp === undefined) missing.add(blockNumber)
    else times.set(blockNumber, blockTimestamp)
  if (missing.size === 0) return times
  for (const header of await readHeaders(rpc, [...missing]))
    if (header) times.set(header.number, header.timestamp)
  return times
}

/**
 * The logs of a range and the headers of its ends, in one request, so that one node answers it: one that has not come
 * so far would have the logs' list empty, and no header.
 */
async function askRange({ rpc, decoders: { filter } }: Source, range: BlockRange) {
  const answers = await rpc.batch([headerCall(range.from), headerCall(range.to), logsCall({ filter, range })])
  const first = toHeader(rpc, range.from, answers[0])
  const last = toHeader(rpc, range.to, answers[1])
  if (!first || !last) throw badAnswer(rpc.origin, `no block ${first ? range.to : range.from}`)
  return { first, last, logs: toLogsOfRange(rpc, { filter, range }, answers[2]) }
}

/**
 * The logs of the ends must be all that the ends have: a range of two blocks has no others. Where no log is told at all,
 * the node must show that it still has logs so old, whosever.
 */
async function requireEnds({ rpc, decoders }: Source, ends: Header[], logs: Log[]): Promise<void> {
  const claims = ends.map((header) => ({
    header,
    logs: logs.filter(({ blockNumber }) => blockNumber === header.number),
  }))
  if (logs.length === 0) await requireLogs(rpc, ends)
  const proven = await proveLogs(rpc, decoders.filter, claims)
  const told = claims.reduce((sum, claim) => sum + claim.logs.length, 0)
  if (proven.length !== told)
    throw badAnswer(
      rpc.origin,
      `${told} of the ${proven.length} logs of block ${ends.map(({ number }) => number).join(', ')}`,
    )
}

/** `fullness` is that of the answer. The logs themselves are let go: of ranges that wait, only what will be written stays. */
type Part<Made> = { made: Made; first: Header; last: Header; fullness: number }

async function fetchRange(source: Source, range: BlockRange): Promise<Part<Facts>> {
  const { rpc, decoders } = source
  const { first, last, logs } = await askRange(source, range)
  await requireEnds(source, range.from === range.to ? [last] : [first, last], logs)
  const times = await timesOf(rpc, logs)
  const timeOf = ({ blockNumber }: Log) => {
    const time = times.get(blockNumber)
    if (time === undefined) throw badAnswer(rpc.origin, `no block ${blockNumber}, whose logs it served`)
    return time
  }
  return { made: decodeLogs(logs, decoders, timeOf), first, last, fullness: fullnessOf(logs) }
}

type Asked<Made> = BlockRange & { part: Promise<Part<Made>> }
export type Backfill<Made> = {
  /** The last block of the way under way, which no reorg can replace; passed when there is none. */
  until: number
  /**
   * The next blocks of the way.
   * @param last the mirror's last block, on which they must stand
   */
  next: (last: Position) => Promise<{ made: Made; last: Header }>
}

/**
 * Fetches blocks that no reorg can replace, as many as make a good answer, and has the next ones under way when it
 * returns. Halves what a node refuses; stops asking ahead when one does not answer.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`, also when the range does not follow the mirror's last block
 */
export function createBackfill<Made>(
  source: Source,
  pace: Pace,
  make: (facts: Facts) => Made,
): Backfill<Made> {
  /** Consecutive ranges, under way or waiting to be taken. */
  let queue: Asked<Made>[] = []

  function ask(from: number, to: number): Asked<Made> {
    const part = fetchRange(source, { from, to }).then(({ made, ...rest }) => ({ made: make(made), ...rest }))
    // Whoever takes it learns of the failure; if nobody does, it is none.
    part.catch(() => undefined)
    return { from, to, part }
  }

  function askAhead({ from, to }: BlockRange): void {
    let next = (queue.at(-1)?.to ?? from - 1) + 1
    while (next <= to && queue.length < (pace.isKnown ? IN_FLIGHT : 1)) {
      const asked = ask(next, Math.min(to, next + pace.span - 1))
      queue.push(asked)
      next = asked.to + 1
    }
  }

  /** @returns undefined when the range was asked for again in halves */
  async function take({ from, to, part }: Asked<Made>): Promise<Part<Made> | undefined> {
    const size = to - from + 1
    try {
      const answer = await part
      pace.answered(size, answer.fullness)
      return answer
    } catch (error) {
      pace.refused(size)
      if (!isBadAnswer(error) || size === 1) {
        queue = []
        throw error
      }
      const middle = from + Math.floor(size / 2)
      queue.unshift(ask(from, middle - 1), ask(middle, to))
      return undefined
    }
  }

  async function next(to: number, last: Position): Promise<{ made: Made; last: Header }> {
    const from = last.number + 1
    // The mirror was taken back, or stands where somebody else left it.
    if (queue[0]?.from !== from) queue = []
    for (;;) {
      askAhead({ from, to })
      const asked = queue.shift()
      if (!asked) throw badAnswer(source.rpc.origin, 'no blocks')
      const part = await take(asked)
      if (!part) continue
      askAhead({ from: asked.to + 1, to })
      if (last.hash === null || part.first.parentHash === last.hash)
        return { made: part.made, last: part.last }
      queue = []
      throw badAnswer(
        source.rpc.origin,
        `block ${asked.from} does not follow the mirror's block ${last.number}`,
      )
    }
  }

  const backfill: Backfill<Made> = { until: -1, next: (last) => next(backfill.until, last) }
  return backfill
}
