import { type Header, readHeaders } from '../adapters/chain/headers.ts'
import { type BlockRange, type Log, readLogs, readLogsOf } from '../adapters/chain/logs.ts'
import { badAnswer, type Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Facts } from '../db/chain/facts.ts'
import type { MirroredBlock, Position } from '../db/chain/position.ts'
import type { DecoderTable } from './decode/contracts.ts'
import { decodeLogs } from './decode.ts'

/** Facts up to the last of `blocks`, which are consecutive and oldest first. */
export type Fetched = { facts: Facts; blocks: [MirroredBlock, ...MirroredBlock[]] }
export type Source = { rpc: Rpc; decoders: DecoderTable }

const LOGS_PER_ANSWER = 8_000
const LARGEST_SPAN = 100_000
/** Blocks of the tail in one step: their logs are asked for one by one, by hash. */
const TAIL_BLOCKS = 50

export function toBlock({ number, hash, parentHash, timestamp }: Header): MirroredBlock {
  return { number, hash, parentHash, time: timestamp }
}

/** Times of blocks by number: from the logs where the node tells them, else from headers. */
async function timesOf(rpc: Rpc, logs: Log[]): Promise<Map<number, number>> {
  const times = new Map<number, number>()
  for (const { blockNumber, blockTimestamp } of logs)
    if (blockTimestamp !== undefined) times.set(blockNumber, blockTimestamp)
  const missing = [...new Set(logs.map((log) => log.blockNumber).filter((block) => !times.has(block)))]
  for (const header of await readHeaders(rpc, missing)) if (header) times.set(header.number, header.timestamp)
  return times
}

/** One range of blocks that no reorg can replace: its logs, and the header it ends with. */
async function fetchRange({ rpc, decoders }: Source, range: BlockRange): Promise<Fetched & { logs: number }> {
  const [logs, [header]] = await Promise.all([
    readLogs(rpc, decoders.filter, range),
    readHeaders(rpc, [range.to]),
  ])
  if (!header) throw badAnswer(rpc.origin, `no block ${range.to}`)
  const times = await timesOf(rpc, logs)
  const timeOf = ({ blockNumber }: Log) => {
    const time = times.get(blockNumber)
    if (time === undefined) throw badAnswer(rpc.origin, `no block ${blockNumber}, whose logs it served`)
    return time
  }
  return { facts: decodeLogs(logs, decoders, timeOf), blocks: [toBlock(header)], logs: logs.length }
}

export type Backfill = (range: BlockRange) => Promise<Fetched>

/**
 * Fetches the beginning of a range, as much of it as makes a good answer: halves on a refusal (nodes limit blocks, logs
 * or bytes, each in its own words), grows while answers are small. Remembers the span between calls.
 */
export function createBackfill(source: Source): Backfill {
  let span = 1_000
  return async ({ from, to }) => {
    for (;;) {
      const end = Math.min(to, from + span - 1)
      const size = end - from + 1
      try {
        const { logs, ...fetched } = await fetchRange(source, { from, to: end })
        const fit = Math.floor((size * LOGS_PER_ANSWER) / Math.max(logs, 1))
        span = Math.max(1, Math.min(fit, size * 2, LARGEST_SPAN))
        return fetched
      } catch (error) {
        const refused = error instanceof Retryable && error.code === 'chain.bad-answer'
        if (!refused || size === 1) throw error
        span = Math.floor(size / 2)
      }
    }
  }
}

/**
 * Fetches the beginning of a range of blocks that may still be replaced: every header, linked to the mirror's last block
 * by its parent hash, and the logs of exactly those blocks.
 * @throws Retryable `chain.bad-answer`, also when the chain changes meanwhile
 */
export async function fetchTail(
  { rpc, decoders }: Source,
  { from, to }: BlockRange,
  last: Position,
): Promise<Fetched> {
  const end = Math.min(to, from + TAIL_BLOCKS - 1)
  const numbers = Array.from({ length: end - from + 1 }, (_, index) => from + index)
  const headers = await readHeaders(rpc, numbers)
  let parent = last.hash
  const blocks = headers.map((header, index) => {
    if (!header) throw badAnswer(rpc.origin, `no block ${from + index} below its newest`)
    if (parent !== null && header.parentHash !== parent)
      throw badAnswer(rpc.origin, `block ${header.number} does not follow the one before it`)
    parent = header.hash
    return toBlock(header)
  })
  const [first, ...rest] = blocks
  if (!first) throw badAnswer(rpc.origin, 'no blocks')
  const logs = await readLogsOf(rpc, decoders.filter, blocks)
  const times = new Map(blocks.map(({ number, time }) => [number, time]))
  return {
    facts: decodeLogs(logs, decoders, ({ blockNumber }) => times.get(blockNumber) ?? 0),
    blocks: [first, ...rest],
  }
}
