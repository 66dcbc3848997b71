import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import type { Hex } from '../bytes.ts'
import type { Sql } from '../client.ts'
import { type Advance, advance } from './advance.ts'
import { balanceOf } from './balance.ts'
import { changesOf } from './changes.ts'
import { type Facts, noFacts } from './facts.ts'
import { createMirror, type Mirror, type Position, readMirror } from './position.ts'
import { readTail, rewind } from './rewind.ts'

const hash = (number: number): Hex => `0x${number.toString(16).padStart(64, '0')}`
const ann: Hex = `0x${'a1'.repeat(20)}`
const bob: Hex = `0x${'b2'.repeat(20)}`
const zero: Hex = `0x${'00'.repeat(20)}`
const identity: Omit<Mirror, keyof Position | 'deferred'> = {
  chainId: 1,
  genesisHash: hash(0),
  contracts: [ann, bob],
  fromBlock: 10,
}
const block = (number: number) => ({
  number,
  hash: hash(number),
  parentHash: hash(number - 1),
  time: 1000 + number,
})
const at = (blockNumber: number, logIndex = 0) => ({
  ...{ blockNumber, logIndex, txHash: hash(7), blockTime: 1000 + blockNumber },
})
const facts = (some: Partial<Facts>): Facts => ({ ...noFacts(), ...some })
const mint = (number: number, value: bigint) => ({ ...at(number), from: zero, to: ann, value })

async function begun(sql: Sql): Promise<Position> {
  await createMirror(sql, identity, block(9))
  return { number: 9, hash: hash(9) }
}

const next = (expected: Position, some: Partial<Facts>): Advance => ({
  ...{ expected, changes: changesOf(facts(some)), blocks: [block(expected.number + 1)], finalized: 0 },
})

test('a step is all or nothing', async () => {
  const { indexer } = await databaseForTest()
  const start = await begun(indexer)
  const pass = { ...at(10), member: ann, tier: 1, expiresAt: 1, paid: 1n }
  const twice = advance(indexer, next(start, { transfers: [mint(10, 5n)], passes: [pass, pass] }))
  await expect(twice).rejects.toThrow('duplicate key')
  expect(await indexer`select from chain.transfer`).toHaveLength(0)
  expect(await balanceOf(indexer, [ann])).toEqual({ balance: 0n, earned: 0n })
  expect(await readMirror(indexer)).toEqual({ ...identity, ...start, deferred: false })
  expect(await readTail(indexer)).toEqual([start])
})

test('nobody can send what the mirror does not know', async () => {
  const { indexer } = await databaseForTest()
  const start = await begun(indexer)
  const overdraft = { ...at(10), from: ann, to: bob, value: 1n }
  await expect(advance(indexer, next(start, { transfers: [overdraft] }))).rejects.toMatchObject({
    code: 'chain.overdrawn',
  })
})

test('only from where the mirror stands', async () => {
  const { indexer } = await databaseForTest()
  const start = await begun(indexer)
  const first = await advance(indexer, next(start, { transfers: [mint(10, 5n)] }))
  expect(first).toEqual({ number: 10, hash: hash(10) })
  const stale = { code: 'chain.second-writer' }
  await expect(advance(indexer, next(start, {}))).rejects.toMatchObject(stale)
  await expect(advance(indexer, next({ ...first, hash: hash(99) }, {}))).rejects.toMatchObject(stale)
  await expect(rewind(indexer, start, { number: 9, hash: hash(9) })).rejects.toMatchObject(stale)
  await expect(begun(indexer)).rejects.toMatchObject(stale)
  expect(await balanceOf(indexer, [ann])).toEqual({ balance: 5n, earned: 0n })
})

test('a rewind takes back exactly what came after', async () => {
  const { indexer } = await databaseForTest()
  const start = await begun(indexer)
  const award = { ...at(10, 1), id: 1n, to: ann, amount: 5n }
  const pass = (number: number) => ({ ...at(number, 4), member: ann, tier: 1, expiresAt: number, paid: 1n })
  const kept = { transfers: [mint(10, 5n)], awards: [award], passes: [pass(10)] }
  const first = await advance(indexer, next(start, kept))
  const before = await indexer`select * from chain.account`
  const second = await advance(
    indexer,
    next(first, {
      transfers: [
        { ...at(11), from: ann, to: bob, value: 2n },
        { ...at(11, 1), from: bob, to: bob, value: 1n },
        { ...at(11, 2), from: bob, to: zero, value: 1n },
      ],
      batches: [{ ...at(11, 3), firstId: 1n, count: 1, ruleset: hash(3) }],
      passes: [pass(11)],
    }),
  )
  expect(await balanceOf(indexer, [ann])).toEqual({ balance: 3n, earned: 5n })
  expect(await balanceOf(indexer, [bob])).toEqual({ balance: 1n, earned: 0n })
  expect(await rewind(indexer, second, { number: 10, hash: hash(10) })).toEqual(first)
  expect(await indexer`select * from chain.account`).toEqual(before)
  expect(await indexer`select from chain.award_batch`).toHaveLength(0)
  expect(await indexer`select block_number::int from chain.pass_purchase`).toEqual([{ block_number: 10 }])
  expect(await readMirror(indexer)).toEqual({ ...identity, ...first, deferred: false })
})
