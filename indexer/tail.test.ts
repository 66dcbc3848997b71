import { expect, test } from 'vitest'
import type { Answer, Call, Rpc } from '../adapters/chain/rpc.ts'
import { DecoderTable } from './decode/contracts.ts'
import { Pace } from './pace.ts'
import { fetchTail } from './tail.ts'

type Hex = `0x${string}`
const karma: Hex = `0x${'aa'.repeat(20)}`
const decoders = new DecoderTable({ token: karma })
const hashOf = (number: number): Hex => `0x${(number + 1).toString(16).padStart(64, '0')}`
const header = (number: number) => ({
  ...{ number: `0x${number.toString(16)}`, timestamp: '0x64' },
  ...{ hash: hashOf(number), parentHash: hashOf(number - 1) },
})
type Change = (call: Call, answer: Answer) => Answer

/** A node with blocks up to 99 and no logs, 20 of them final, whose answers are changed. */
function sourceOf(change: Change = (_, answer) => answer) {
  const requests: Call[][] = []
  const tell = ({ method, params: [first] }: Call): Answer => {
    if (method === 'eth_getLogs') return { result: [] }
    const number = first === 'finalized' ? 20 : Number(first)
    return { result: number < 100 ? header(number) : null }
  }
  const rpc: Rpc = {
    origin: 'http://node',
    batch: async (calls) => {
      requests.push(calls)
      return calls.map((call) => change(call, tell(call)))
    },
  }
  return { rpc, decoders, pace: new Pace(), requests }
}
const last = { number: 5, hash: hashOf(5) }
const isHeader = (call: Call, number: number) =>
  call.method === 'eth_getBlockByNumber' && Number(call.params[0]) === number

test('headers, logs and finality come in one request', async () => {
  const source = sourceOf()
  const tail = await fetchTail(source, { from: 6, to: 8 }, last)
  expect(tail?.blocks.map(({ number }) => number)).toEqual([6, 7, 8])
  expect([tail?.finalized, source.requests.length]).toEqual([20, 1])
})

test('a tail on another past, or with a block missing, is none', async () => {
  const elsewhere = { number: 5, hash: hashOf(77) }
  expect(await fetchTail(sourceOf(), { from: 6, to: 8 }, elsewhere)).toBeUndefined()
  expect(await fetchTail(sourceOf(), { from: 6, to: 100 }, { ...last, hash: null })).toBeDefined()
  expect(await fetchTail(sourceOf(), { from: 98, to: 100 }, { number: 97, hash: null })).toBeUndefined()
})

test('a tail that does not link in itself is refused', async () => {
  const broken = sourceOf((call, answer) =>
    isHeader(call, 7) ? { result: { ...header(7), parentHash: hashOf(99) } } : answer,
  )
  // Block 6 alone is sound: the smaller question is answered, and the next one is refused.
  expect((await fetchTail(broken, { from: 6, to: 8 }, last))?.blocks).toHaveLength(1)
  const alone = fetchTail(broken, { from: 6, to: 7 }, { number: 5, hash: null })
  expect((await alone)?.blocks).toHaveLength(1)
  expect(await fetchTail(broken, { from: 7, to: 8 }, { number: 6, hash: hashOf(6) })).toBeUndefined()
})

test('an empty answer is refused when the bloom says otherwise, twice', async () => {
  const logsBloom = `0x${'f'.repeat(512)}`
  const source = sourceOf((call, answer) =>
    isHeader(call, 6) ? { result: { ...header(6), logsBloom } } : answer,
  )
  await expect(fetchTail(source, { from: 6, to: 6 }, last)).rejects.toMatchObject({
    code: 'chain.bad-answer',
    message: expect.stringContaining('missing'),
  })
  expect(source.requests.map((calls) => calls.length)).toEqual([3, 1])
  expect(source.requests[1]?.[0]?.params).toEqual([{ blockHash: hashOf(6) }])
})

test('a question too large is halved, and stays so for a while', async () => {
  const source = sourceOf((call, answer) => {
    const { fromBlock, toBlock } = (call.params[0] ?? {}) as { fromBlock?: string; toBlock?: string }
    return Number(toBlock) - Number(fromBlock) >= 10 ? { refused: 'too many' } : answer
  })
  const tail = await fetchTail(source, { from: 6, to: 80 }, last)
  expect(tail?.blocks).toHaveLength(6)
  expect(source.pace.tail).toBe(12)
})
