import { toEventSelector, toHex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import type { Log } from '../adapters/chain/logs.ts'
import { DecoderTable } from './decode/contracts.ts'
import { decodeLogs } from './decode.ts'

type Hex = `0x${string}`
const TRANSFER = toEventSelector('Transfer(address,address,uint256)')
const BATCH = toEventSelector('AwardBatch(uint64,uint256,bytes32)')
const PASS = toEventSelector('PassPurchased(address,uint8,uint64,uint256)')
const karma: Hex = `0x${'aa'.repeat(20)}`
const accessPass: Hex = `0x${'bb'.repeat(20)}`
const word = (value: bigint | Hex) => toHex(BigInt(value), { size: 32 })

type Event = Pick<Log, 'address' | 'topics' | 'data'>
const batch = (firstId: bigint, count: bigint): Event => ({
  ...{ address: karma, topics: [BATCH, word(firstId)], data: `${word(count)}${'5'.repeat(64)}` },
})
const transfer = (from: bigint | Hex, to: bigint, value: bigint): Event => ({
  ...{ address: karma, topics: [TRANSFER, word(from), word(to)], data: word(value) },
})
const mint = (to: bigint, value = 1n) => transfer(zeroAddress, to, value)
const passed: Event = {
  ...{ address: accessPass, topics: [PASS, word(1n)], data: `${word(1n)}${'0'.repeat(128)}` },
}

/** Blocks of transactions of events. */
function decode(...blocks: Event[][][]) {
  const logs = blocks.flatMap((transactions, block) => {
    let logIndex = 0
    return transactions.flatMap((events, transaction) =>
      events.map((event) => ({
        ...event,
        blockNumber: 5 + block,
        blockHash: word(BigInt(5 + block)),
        transactionHash: word(BigInt(transaction)),
        logIndex: logIndex++,
      })),
    )
  })
  return decodeLogs(logs, new DecoderTable({ karma, access_pass: accessPass }), () => 77)
}

test('the i-th mint after a batch is its i-th award, and stands where the mint does', () => {
  const { awards, transfers, batches } = decode(
    [[transfer(1n, 2n, 1n)], [batch(40n, 2n), mint(7n, 10n), mint(8n, 20n)]],
    [[batch(42n, 1n), mint(7n, 30n)]],
  )
  expect(
    awards.map(({ id, to, amount, blockNumber, logIndex }) => [id, to, amount, blockNumber, logIndex]),
  ).toEqual([
    [40n, toHex(7n, { size: 20 }), 10n, 5, 2],
    [41n, toHex(8n, { size: 20 }), 20n, 5, 3],
    [42n, toHex(7n, { size: 20 }), 30n, 6, 1],
  ])
  expect([transfers.length, batches.length]).toEqual([4, 2])
})

test('several batches in one transaction, with transfers before, between and after them', () => {
  const { awards, transfers } = decode([
    [
      transfer(1n, 2n, 1n),
      ...[batch(1n, 1n), mint(7n)],
      transfer(7n, 0n, 1n),
      ...[batch(900n, 2n), mint(7n), passed, mint(8n)],
      transfer(8n, 1n, 1n),
    ],
  ])
  expect(awards.map(({ id }) => id)).toEqual([1n, 900n, 901n])
  expect(transfers).toHaveLength(6)
})

test.each<[string, Event[][][]]>([
  ['a mint without a batch', [[[mint(7n)]]]],
  ['a mint before its batch', [[[mint(7n), batch(1n, 1n)]]]],
  ['a mint too many', [[[batch(1n, 1n), mint(7n), mint(7n)]]]],
  ['a mint too few', [[[batch(1n, 2n), mint(7n)]]]],
  ['a mint too few, with other transactions after it', [[[batch(1n, 2n), mint(7n)], [transfer(1n, 2n, 1n)]]]],
  ['a batch that goes on in the next transaction', [[[batch(1n, 2n), mint(7n)], [mint(7n)]]]],
  ['a batch that goes on in the next block', [[[batch(1n, 2n), mint(7n)]], [[mint(7n)]]]],
  ['a mint of a finished batch in the next transaction', [[[batch(1n, 1n), mint(7n)], [mint(7n)]]]],
  ['a batch within a batch', [[[batch(1n, 2n), mint(7n), batch(9n, 1n), mint(7n), mint(7n)]]]],
  ['a batch cut short by another', [[[batch(1n, 2n), mint(7n), batch(9n, 1n), mint(7n)]]]],
  ['a transfer within a batch', [[[batch(1n, 2n), mint(7n), transfer(7n, 8n, 1n), mint(7n)]]]],
])('refuses %s', (_, blocks) => {
  expect(() => decode(...blocks)).toThrowError(expect.objectContaining({ code: 'chain.bad-answer' }))
})
