import { expect, test } from 'vitest'
import type { Answer, Call, Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Facts } from '../db/chain/facts.ts'
import { bloomHex } from '../test/support/bloom.ts'
import { type Backfill, createBackfill } from './backfill.ts'
import { DecoderTable } from './decode/contracts.ts'
import { Pace } from './pace.ts'

type Hex = `0x${string}`
const karma: Hex = `0x${'aa'.repeat(20)}`
const decoders = new DecoderTable({ token: karma })
const hashOf = (number: number): Hex => `0x${(number + 1).toString(16).padStart(64, '0')}`
const header = (number: number) => ({
  ...{ number: `0x${number.toString(16)}`, timestamp: '0x64' },
  ...{ hash: hashOf(number), parentHash: hashOf(number - 1) },
})
type Range = { from: number; to: number }

/** A node whose `getLogs` answers by `logs`; every block up to `height` exists. */
function nodeOf(logs: (range: Range) => Answer, height = Number.POSITIVE_INFINITY) {
  const ranges: Range[] = []
  const answer = ({ method, params: [first] }: Call): Answer => {
    if (method === 'eth_getBlockByNumber')
      return { result: Number(first) <= height ? header(Number(first)) : null }
    const { fromBlock, toBlock } = first as { fromBlock: string; toBlock: string }
    const range = { from: Number(fromBlock), to: Number(toBlock) }
    ranges.push(range)
    return logs(range)
  }
  const rpc: Rpc = { origin: 'http://node', batch: async (calls) => calls.map(answer) }
  return { rpc, ranges, sizes: () => ranges.map(({ from, to }) => to - from + 1) }
}

const none = () => ({ result: [] })
const last = (number: number) => ({ number, hash: hashOf(number) })

function backfillOf(rpc: Rpc, until: number, pace = new Pace()): Backfill<Facts> {
  return Object.assign(
    createBackfill({ rpc, decoders }, pace, (facts) => facts),
    { until },
  )
}

async function fetchAll(rpc: Rpc, to: number): Promise<number[]> {
  const backfill = backfillOf(rpc, to)
  const ends: number[] = []
  for (let from = 1; from <= to; from = (ends.at(-1) ?? to) + 1)
    ends.push((await backfill.next(last(from - 1))).last.number)
  return ends
}

function transfer(block: number, logIndex = 0) {
  const topics: Hex[] = [
    '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef',
    ...Array.from({ length: 2 }, (): Hex => `0x${'0'.repeat(63)}1`),
  ]
  return {
    ...{ address: karma, topics, data: `0x${'0'.repeat(63)}9`, blockNumber: `0x${block.toString(16)}` },
    ...{ blockHash: hashOf(block), transactionHash: hashOf(0), logIndex: `0x${logIndex.toString(16)}` },
  }
}

test('every block is fetched once and in order, in ranges that grow while answers are small', async () => {
  const { rpc, ranges, sizes } = nodeOf(none)
  const ends = await fetchAll(rpc, 10_000)
  expect(ends).toEqual(ranges.map(({ to }) => to))
  expect(ranges.map(({ from }) => from)).toEqual([1, ...ends.slice(0, -1).map((end) => end + 1)])
  expect(sizes().slice(0, 5)).toEqual([32, 128, 128, 128, 512])
  expect(ends.at(-1)).toBe(10_000)
})

test('a range the node refuses is halved until it fits, and is not tried at that size soon again', async () => {
  const limited = nodeOf(({ from, to }) =>
    to - from + 1 > 100 ? { refused: 'query exceeds max block range 100' } : { result: [] },
  )
  const ends = await fetchAll(limited.rpc, 3_000)
  expect(ends.at(-1)).toBe(3_000)
  const refusals = limited.sizes().filter((size) => size > 100).length
  expect(refusals).toBeLessThan(limited.sizes().length / 4)
})

test('a dense chain is asked for few blocks at a time', async () => {
  const dense = nodeOf(({ from, to }) => ({
    result: Array.from({ length: (to - from + 1) * 100 }, (_, at) =>
      transfer(from + Math.floor(at / 100), at % 100),
    ),
  }))
  await fetchAll(dense.rpc, 400)
  expect(Math.max(...dense.sizes())).toBe(80)
})

test('a single block that is refused is worth another try later', async () => {
  const backfill = backfillOf(nodeOf(() => ({ refused: 'no' })).rpc, 8)
  await expect(backfill.next(last(0))).rejects.toMatchObject({ code: 'chain.bad-answer' })
})

test('a node that is gone is not asked again in halves, only for less the next time', async () => {
  let asked = 0
  const rpc: Rpc = {
    origin: 'http://node',
    batch: async () => {
      asked++
      throw new Retryable({ code: 'chain.unreachable', message: 'gone' })
    },
  }
  const pace = new Pace()
  const backfill = backfillOf(rpc, 90, pace)
  await expect(backfill.next(last(0))).rejects.toMatchObject({ code: 'chain.unreachable' })
  expect([asked, pace.span]).toEqual([1, 16])
})

test('a node that has not come so far is refused, whatever logs it tells', async () => {
  const { rpc } = nodeOf(none, 20)
  const reached = await backfillOf(rpc, 400).next(last(0))
  expect(reached.last.number).toBeLessThanOrEqual(20)
  const beyond = backfillOf(rpc, 400).next(last(20))
  await expect(beyond).rejects.toThrow('no block 21')
})

test('a range must follow the mirror’s last block, also one that was asked for ahead', async () => {
  const { rpc } = nodeOf(none)
  const backfill = backfillOf(rpc, 900)
  await backfill.next(last(0))
  const elsewhere = backfill.next({ number: 32, hash: hashOf(77) })
  await expect(elsewhere).rejects.toThrow("does not follow the mirror's block 32")
})

test('what was asked for ahead is dropped when the mirror was taken back', async () => {
  const { rpc, ranges } = nodeOf(none)
  const backfill = backfillOf(rpc, 900)
  await backfill.next(last(0))
  await backfill.next(last(9))
  expect(ranges.at(1)?.from).toBe(33)
  expect(ranges.some(({ from }) => from === 10)).toBe(true)
})

test('logs of the range’s ends must be of the hashes of its ends', async () => {
  const { rpc } = nodeOf(() => ({ result: [{ ...transfer(8), blockHash: hashOf(99) }] }))
  await expect(backfillOf(rpc, 8).next(last(7))).rejects.toThrow('another block for block 8')
})

test('a log that is left out at an end of the range is missed', async () => {
  const both = [transfer(8), transfer(8, 1)]
  const bloomed = { ...header(8), logsBloom: bloomHex(both) }
  const rpc: Rpc = {
    origin: 'http://node',
    batch: async (calls) =>
      calls.map(({ method, params: [first] }) => {
        if (method !== 'eth_getLogs') return { result: Number(first) === 8 ? bloomed : header(Number(first)) }
        return { result: 'blockHash' in Object(first) ? both : both.slice(1) }
      }),
  }
  const backfill = backfillOf(rpc, 9)
  await expect(backfill.next(last(7))).rejects.toThrow('1 of the 2 logs of block 8')
})

test('times come from headers where the logs tell none', async () => {
  const { rpc } = nodeOf(() => ({ result: [transfer(3), { ...transfer(4), blockTimestamp: '0x65' }] }))
  const { made } = await backfillOf(rpc, 8).next(last(0))
  expect(made.transfers).toMatchObject([
    { blockNumber: 3, blockTime: 100, value: 9n },
    { blockNumber: 4, blockTime: 101 },
  ])
})

test('a node that tells no logs at all, and has none of those its ends’ blooms tell of, is refused', async () => {
  const asked: Call[][] = []
  const bloomed = { ...header(8), logsBloom: `0x${'0'.repeat(511)}1` }
  const rpc: Rpc = {
    origin: 'http://node',
    batch: async (calls) => {
      asked.push(calls)
      return calls.map(({ method, params: [block] }) => ({
        result: method === 'eth_getLogs' ? [] : Number(block) === 8 ? bloomed : header(Number(block)),
      }))
    },
  }
  // A bloom of others' logs, none of which could be ours.
  const backfill = backfillOf(rpc, 8)
  await expect(backfill.next(last(7))).rejects.toThrow('logs of block 8 are missing')
  expect(asked.map((calls) => calls.length)).toEqual([3, 1])
})

test('a range is asked for at the size that fits, also after a larger one asked for before is refused', () => {
  const pace = new Pace()
  pace.answered(1_000, 10)
  expect(pace.span).toBe(100)
  pace.refused(50_000)
  expect(pace.span).toBe(100)
  pace.refused(100)
  pace.refused(400)
  pace.answered(50, 0.01)
  // A tenth more than what fitted.
  expect(pace.span).toBe(56)
})
