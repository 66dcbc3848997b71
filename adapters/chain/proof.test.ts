import { toHex } from 'viem'
import { expect, test } from 'vitest'
import { bloomHex } from '../../test/support/bloom.ts'
import type { Header } from './headers.ts'
import type { Log } from './logs.ts'
import { proveLogs } from './proof.ts'
import type { Call, Rpc } from './rpc.ts'

type Hex = `0x${string}`
const ours: Hex = `0x${'aa'.repeat(20)}`
const foreign: Hex = `0x${'ff'.repeat(20)}`
const word = (value: number): Hex => toHex(value, { size: 32 })
const filter = { addresses: [ours], events: [word(1)] }

const log = (logIndex: number, change: Partial<Log> = {}): Log => ({
  ...{ address: ours, topics: [word(1), word(100 + logIndex)], data: '0x' as const, logIndex },
  ...{ blockNumber: 5, blockHash: word(5), transactionHash: word(9), ...change },
})
const other = (logIndex: number) => log(logIndex, { address: foreign, topics: [word(2)] })

const headerOf = (logs: Log[]): Header => ({
  ...{ number: 5, hash: word(5), parentHash: word(4), timestamp: 9, logsBloom: bloomHex(logs) },
})

/** A node that tells these logs of a block asked for by its hash. */
function nodeOf(logs: Log[]): Rpc & { asked: Call[] } {
  const asked: Call[] = []
  const raw = logs.map((each) => ({
    ...each,
    blockNumber: toHex(each.blockNumber),
    logIndex: toHex(each.logIndex),
  }))
  const batch = async (calls: Call[]) => {
    asked.push(...calls)
    return calls.map(() => ({ result: raw }))
  }
  return { origin: 'http://node', asked, batch }
}

/** @param truth the block's logs @param told those that were told of it @param second what is told the second time */
async function prove(truth: Log[], told: Log[], second = truth) {
  const rpc = nodeOf(second)
  const proven = await proveLogs(rpc, filter, [{ header: headerOf(truth), logs: told }])
  return { indexes: proven.map(({ logIndex }) => logIndex), asked: rpc.asked.length }
}

test('logs that explain the whole bloom are asked for once', async () => {
  expect(await prove([log(0), log(1)], [log(0), log(1)])).toEqual({ indexes: [0, 1], asked: 0 })
  expect(await prove([], [])).toEqual({ indexes: [], asked: 0 })
})

test('an empty answer is believed where the bloom rules our contracts out', async () => {
  expect(await prove([other(0)], [])).toEqual({ indexes: [], asked: 0 })
})

test('an empty answer that the bloom contradicts is asked for anew, whole', async () => {
  expect(await prove([other(0), log(1), log(2)], [])).toEqual({ indexes: [1, 2], asked: 1 })
})

test('a bloom that only looks like ours costs a question and nothing else', async () => {
  const alike = log(0, { topics: [word(3), word(1)] })
  expect(await prove([alike], [])).toEqual({ indexes: [], asked: 1 })
})

test('an answer cut short at any place is completed', async () => {
  const truth = [log(0), log(1), other(2), log(3)]
  for (const missing of [0, 1, 3]) {
    const told = truth.filter(({ logIndex, address }) => address === ours && logIndex !== missing)
    expect(await prove(truth, told)).toEqual({ indexes: [0, 1, 3], asked: 1 })
  }
})

test('a gap between two logs of the same addresses and topics is seen by their numbers', async () => {
  const same = (logIndex: number) => log(logIndex, { topics: [word(1), word(7)] })
  expect(await prove([same(0), same(1), same(2)], [same(0), same(2)])).toEqual({
    indexes: [0, 1, 2],
    asked: 1,
  })
})

test('a log of nobody in the place of one of ours, whose addresses and topics another one has too, is refused', async () => {
  const same = (logIndex: number, address = ours) => log(logIndex, { address, topics: [word(1), word(7)] })
  const hidden = prove([same(0), same(1)], [], [same(0), same(1, foreign)])
  await expect(hidden).rejects.toEqual(refused)
})

const refused = expect.objectContaining({ code: 'chain.bad-answer' })
test('a second answer that is not whole either is refused', async () => {
  await expect(prove([other(0), log(1)], [], [])).rejects.toEqual(refused)
  await expect(prove([other(0), log(1)], [], [other(0)])).rejects.toEqual(refused)
  await expect(prove([other(0), log(1)], [], [log(1)])).rejects.toEqual(refused)
  const elsewhere = [other(0), log(1, { blockHash: word(6) })]
  await expect(prove([other(0), log(1)], [], elsewhere)).rejects.toEqual(refused)
})

test('logs of another version of the block, or that its bloom does not know, are refused', async () => {
  await expect(prove([log(0)], [log(0, { blockHash: word(6) })])).rejects.toEqual(refused)
  await expect(prove([log(0)], [log(0), log(1)])).rejects.toEqual(refused)
})

test('where a chain keeps no blooms the node is believed', async () => {
  expect(await prove([], [log(0)])).toEqual({ indexes: [0], asked: 0 })
})
