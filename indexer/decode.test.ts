import {
  decodeEventLog,
  encodeAbiParameters,
  encodeEventTopics,
  maxUint256,
  toEventSelector,
  zeroAddress,
} from 'viem'
import { expect, test } from 'vitest'
import type { Log } from '../adapters/chain/logs.ts'
import { accessPassAbi } from '../core/contracts/accessPass.ts'
import { karmaAbi } from '../core/contracts/karma.ts'
import { seeded } from '../core/random.ts'
import { noFacts } from '../db/chain/facts.ts'
import { DecoderTable } from './decode/contracts.ts'
import { decodeLogs } from './decode.ts'

type Hex = `0x${string}`
const karma: Hex = `0x${'aa'.repeat(20)}`
const accessPass: Hex = `0x${'bb'.repeat(20)}`
const someone: Hex = `0x${'cc'.repeat(20)}`
const hash: Hex = `0x${'dd'.repeat(32)}`

const log = (address: Hex, topics: unknown[], data: Hex): Log => ({
  ...{ address, topics: topics as Hex[], data },
  ...{ blockNumber: 5, blockHash: hash, blockTimestamp: 77, transactionHash: hash, logIndex: 3 },
})
const table = new DecoderTable({ karma, access_pass: accessPass })
const place = { blockNumber: 5, logIndex: 3, txHash: hash, blockTime: 77 }
const decode = (one: Log) => decodeLogs([one], table, () => 77)
const words = (...values: bigint[]): Hex =>
  encodeAbiParameters(
    values.map(() => ({ type: 'uint256' })),
    values,
  )

function randomWord(random: (below: number) => number): bigint {
  const digits = Array.from({ length: 64 }, () => random(16).toString(16)).join('')
  // All sizes, zero and the largest included.
  return BigInt(`0x${digits}`) >> BigInt(random(257))
}

const addressOf = (word: bigint): Hex => `0x${BigInt.asUintN(160, word).toString(16).padStart(40, '0')}`

test('decodes as viem does, over seeded values', () => {
  const random = seeded(7)
  for (let round = 0; round < 500; round++) {
    const [a, b, value] = [
      randomWord(random),
      randomWord(random),
      round === 0 ? maxUint256 : randomWord(random),
    ]
    // Never from 0, whose transfers are mints.
    const [from, to, id] = [addressOf(a | 1n), addressOf(b), BigInt.asUintN(62, a)]

    const transfer = { abi: karmaAbi, eventName: 'Transfer', args: { from, to } } as const
    const moved = log(karma, encodeEventTopics(transfer), words(value))
    const { args } = decodeEventLog({
      abi: karmaAbi,
      eventName: 'Transfer',
      ...(moved as { topics: [Hex] } & Log),
    })
    expect(decode(moved).transfers).toEqual([
      { ...place, from: args.from.toLowerCase(), to: args.to.toLowerCase(), value: args.value },
    ])

    const count = 1 + random(3)
    const ran = { abi: karmaAbi, eventName: 'AwardBatch', args: { firstId: id } } as const
    const batch = log(karma, encodeEventTopics(ran), words(BigInt(count), value))
    const ruleset = `0x${value.toString(16).padStart(64, '0')}`
    const minted = { abi: karmaAbi, eventName: 'Transfer', args: { from: zeroAddress, to } } as const
    const mint = log(karma, encodeEventTopics(minted), words(value))
    const mints = Array.from({ length: count }, (_, at) => ({ ...mint, logIndex: 4 + at }))
    const run = decodeLogs([batch, ...mints], table, () => 77)
    expect(run.batches).toEqual([{ ...place, firstId: id, count, ruleset }])
    const awards = mints.map(({ logIndex }, at) => ({
      ...place,
      logIndex,
      id: id + BigInt(at),
      to,
      amount: value,
    }))
    expect(run.awards).toEqual(awards)
    expect(run.transfers).toHaveLength(count)

    const bought = { abi: accessPassAbi, eventName: 'PassPurchased', args: { member: to } } as const
    const [expires, tier] = [BigInt(random(2 ** 32)), random(256)]
    const pass = log(accessPass, encodeEventTopics(bought), words(BigInt(tier), expires, value))
    expect(decode(pass).passes).toEqual([
      { ...place, member: to, tier, expiresAt: Number(expires), paid: value },
    ])
  }
})

test('a pass for ever ends with the year 9999', () => {
  const topics = encodeEventTopics({
    abi: accessPassAbi,
    eventName: 'PassPurchased',
    args: { member: someone },
  })
  const [pass] = decode(log(accessPass, topics, words(1n, 2n ** 64n - 1n, 0n))).passes
  expect(new Date((pass?.expiresAt ?? 0) * 1000).toISOString()).toBe('9999-12-31T23:59:59.000Z')
})

test("other contracts' events of the same name are none of ours", () => {
  const topics = encodeEventTopics({
    abi: karmaAbi,
    eventName: 'Transfer',
    args: { from: someone, to: someone },
  })
  const pass = decode(log(accessPass, [...topics, hash], '0x'))
  const passTransfers = [{ ...place, from: someone, to: someone, tokenId: BigInt(hash) }]
  expect(pass).toEqual({ ...noFacts(), passTransfers })
  expect(decode(log(someone, topics, words(1n)))).toEqual(noFacts())
})

const TRANSFER = toEventSelector('Transfer(address,address,uint256)')
const BATCH = toEventSelector('AwardBatch(uint64,uint256,bytes32)')
const PASS = toEventSelector('PassPurchased(address,uint8,uint64,uint256)')
const asTopic = (value: bigint): Hex => words(value)
const person = asTopic(BigInt(someone))
test.each<[string, Log]>([
  ['a topic too few', log(karma, [TRANSFER, person], words(1n))],
  ['a topic too many', log(karma, [TRANSFER, person, person, person], words(1n))],
  ['no data', log(karma, [TRANSFER, person, person], '0x')],
  ['data too long', log(karma, [TRANSFER, person, person], words(1n, 2n))],
  ['data cut short', log(karma, [TRANSFER, person, person], words(1n).slice(0, -2) as Hex)],
  ['more than an address', log(karma, [TRANSFER, person, asTopic(2n ** 160n)], words(1n))],
  ['an award number that is no uint63', log(karma, [BATCH, asTopic(2n ** 63n)], words(1n, 1n))],
  ['a last award number that is no uint63', log(karma, [BATCH, asTopic(2n ** 63n - 1n)], words(2n, 1n))],
  ['a batch of none', log(karma, [BATCH, asTopic(1n)], words(0n, 1n))],
  ['a count beyond reason', log(karma, [BATCH, asTopic(1n)], words(2n ** 40n, 1n))],
  ['a batch without ruleset', log(karma, [BATCH, asTopic(1n)], words(1n))],
  ['a tier above uint8', log(accessPass, [PASS, person], words(256n, 1n, 1n))],
  ['a pass without price', log(accessPass, [PASS, person], words(1n, 1n))],
])('refuses %s', (_, malformed) => {
  expect(() => decode(malformed)).toThrowError(expect.objectContaining({ code: 'chain.bad-answer' }))
})
