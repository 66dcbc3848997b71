import { expect, test } from 'vitest'
import type { Answer, Call, Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import { DecoderTable } from './decode/contracts.ts'
import { createBackfill, fetchTail } from './fetch.ts'

type Hex = `0x${string}`
const karma: Hex = `0x${'aa'.repeat(20)}`
const decoders = new DecoderTable({ karma })
const hashOf = (number: number): Hex => `0x${(number + 1).toString(16).padStart(64, '0')}`
const header = (number: number) => ({
  ...{ number: `0x${number.toString(16)}`, timestamp: '0x64' },
  ...{ hash: hashOf(number), parentHash: hashOf(number - 1) },
})

/** A node whose `getLogs` answers by `logs`; every block exists. */
function nodeOf(
  logs: (range: { from: number; to: number; hash?: Hex }) => Answer,
): Rpc & { sizes: number[] } {
  const sizes: number[] = []
  const answer = ({ method, params: [first] }: Call): Answer => {
    if (method === 'eth_getBlockByNumber') return { result: header(Number(first)) }
    const { fromBlock, toBlock, blockHash } = first as { fromBlock: string; toBlock: string; blockHash?: Hex }
    const range = { from: Number(fromBlock), to: Number(toBlock), hash: blockHash }
    sizes.push(range.to - range.from + 1)
    return logs(range)
  }
  return { origin: 'http://node', sizes, batch: async (calls) => calls.map(answer) }
}

async function fetchAll(rpc: Rpc, to: number): Promise<number[]> {
  const backfill = createBackfill({ rpc, decoders })
  const ends: number[] = []
  for (let from = 1; from <= to; from = (ends.at(-1) ?? to) + 1)
    ends.push((await backfill({ from, to })).blocks[0].number)
  return ends
}

test('a range the node refuses is halved until it fits', async () => {
  const limited = nodeOf(({ from, to }) =>
    to - from + 1 > 130 ? { refused: 'query returned more than 10000 results' } : { result: [] },
  )
  const ends = await fetchAll(limited, 1000)
  expect(ends.at(-1)).toBe(1000)
  expect(limited.sizes.slice(0, 4)).toEqual([1000, 500, 250, 125])
})

test('a span grows while answers are small, and never beyond the end', async () => {
  const open = nodeOf(() => ({ result: [] }))
  expect(await fetchAll(open, 10_000)).toEqual([1000, 3000, 7000, 10_000])
})

test('a single block that is refused, or a node that is gone, is worth another try later', async () => {
  const backfill = (rpc: Rpc) => createBackfill({ rpc, decoders })({ from: 1, to: 8 })
  await expect(backfill(nodeOf(() => ({ refused: 'no' })))).rejects.toMatchObject({
    code: 'chain.bad-answer',
  })
  let asked = 0
  const gone = nodeOf(() => {
    asked++
    throw new Retryable({ code: 'chain.unreachable', message: 'gone' })
  })
  await expect(backfill(gone)).rejects.toMatchObject({ code: 'chain.unreachable' })
  expect(asked).toBe(1)
})

test('times come from headers where the logs tell none', async () => {
  const topics = [
    '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef',
    ...Array.from({ length: 2 }, () => `0x${'0'.repeat(63)}1`),
  ]
  const log = {
    ...{ address: karma, topics, data: `0x${'0'.repeat(63)}9`, blockNumber: '0x3', blockHash: hashOf(3) },
    ...{ transactionHash: hashOf(0), logIndex: '0x0' },
  }
  const rpc = nodeOf(() => ({ result: [log] }))
  const { facts } = await createBackfill({ rpc, decoders })({ from: 1, to: 8 })
  expect(facts.transfers).toMatchObject([{ blockNumber: 3, blockTime: 100, value: 9n }])
})

test('a tail must link to the mirror and in itself', async () => {
  const rpc = nodeOf(() => ({ result: [] }))
  const tail = await fetchTail({ rpc, decoders }, { from: 6, to: 8 }, { number: 5, hash: hashOf(5) })
  expect(tail.blocks.map(({ number }) => number)).toEqual([6, 7, 8])
  const elsewhere = fetchTail({ rpc, decoders }, { from: 6, to: 8 }, { number: 5, hash: hashOf(77) })
  await expect(elsewhere).rejects.toMatchObject({ code: 'chain.bad-answer' })
  const broken: Rpc = {
    ...rpc,
    batch: async (calls) =>
      (await rpc.batch(calls)).map((answer, index) =>
        'result' in answer && index === 2 ? { result: { ...header(8), parentHash: hashOf(99) } } : answer,
      ),
  }
  const unlinked = fetchTail({ rpc: broken, decoders }, { from: 6, to: 8 }, { number: 5, hash: hashOf(5) })
  await expect(unlinked).rejects.toThrow('does not follow')
})
