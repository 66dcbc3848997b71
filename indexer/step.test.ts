import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Answer, Call, Rpc } from '../adapters/chain/rpc.ts'
import { changesOf } from '../db/chain/changes.ts'
import { createMirror, type Mirror, readMirror } from '../db/chain/position.ts'
import type { Sql } from '../db/client.ts'
import { databaseForTest } from '../test/support/database.ts'
import { createBackfill } from './backfill.ts'
import { DecoderTable } from './decode/contracts.ts'
import { Pace } from './pace.ts'
import { type StepContext, step } from './step.ts'

type Hex = `0x${string}`
const hashOf = (number: number): Hex => `0x${(number + 1).toString(16).padStart(64, '0')}`
const header = (number: number) => ({
  ...{ number: `0x${number.toString(16)}`, timestamp: '0x64' },
  ...{ hash: hashOf(number), parentHash: hashOf(number - 1) },
})
type Node = { head: number; finalized: number }

/** A node without logs, as `node` says at each moment. */
function rpcOf(node: Node): Rpc {
  const numberOf = (block: unknown) =>
    block === 'latest' ? node.head : block === 'finalized' ? node.finalized : Number(block)
  const answer = ({ method, params: [block] }: Call): Answer => {
    if (method === 'eth_getLogs') return { result: [] }
    if (method === 'eth_chainId') return { result: '0x1' }
    return { result: numberOf(block) <= node.head ? header(numberOf(block)) : null }
  }
  return { origin: 'http://node', batch: async (calls) => calls.map(answer) }
}

/** A new mirror from block 1 on. */
async function begun(node: Node) {
  const { indexer: sql } = await databaseForTest()
  const begin = { chainId: 1, genesisHash: hashOf(0), contracts: [], fromBlock: 1 }
  await createMirror(sql, begin, { number: 0, hash: hashOf(0), parentHash: hashOf(0), time: 1 })
  const mirror: Mirror = { ...begin, number: 0, hash: hashOf(0), deferred: false }
  const decoders = new DecoderTable({ token: `0x${'aa'.repeat(20)}` })
  const source = { rpc: rpcOf(node), decoders, pace: new Pace() }
  const backfill = createBackfill(source, source.pace, changesOf)
  const context: StepContext = { ...source, sql, backfill, logger: pino({ level: 'silent' }) }
  return { sql, context, mirror }
}

/** Steps until nothing is left to do. @returns each place of the mirror */
async function follow(context: StepContext, mirror: Mirror): Promise<Mirror[]> {
  const next = await step(context, mirror)
  return next === mirror ? [] : [next, ...(await follow(context, next))]
}

const kept = async (sql: Sql) => [
  ...(await sql<{ number: number }[]>`select number::float8 from chain.block order by 1`).map(
    (row) => row.number,
  ),
]
const indexes = async (sql: Sql) => [
  ...(await sql`select indexdef from pg_indexes where schemaname = 'chain' order by 1`.values()),
]

test('a long way ends 64 blocks below the newest, whatever the node calls final, and the rest is kept by hash', async () => {
  const node = { head: 400, finalized: 400 }
  const { sql, context, mirror } = await begun(node)
  const places = await follow(context, mirror)
  expect(places.map(({ number }) => number)).toContain(336)
  expect(places.at(-1)).toMatchObject({ number: 400, hash: hashOf(400) })
  expect(await kept(sql)).toEqual(Array.from({ length: 65 }, (_, at) => 336 + at))
})

test('it ends lower where the node calls less final', async () => {
  const { sql, context, mirror } = await begun({ head: 400, finalized: 300 })
  expect((await follow(context, mirror)).map(({ number }) => number)).toContain(300)
  expect((await kept(sql)).at(0)).toBe(300)
})

test('one life puts indexes off, goes a long way and brings them back', async () => {
  const { sql, context, mirror } = await begun({ head: 400, finalized: 400 })
  const before = await indexes(sql)
  const first = await step(context, mirror)
  expect(first).toMatchObject({ deferred: true })
  expect(await indexes(sql)).not.toEqual(before)
  // Of blocks that no reorg replaces no hash is kept.
  expect(await kept(sql)).toEqual([])
  expect(await sql`select finalized_number::float8 as number from chain.cursor`).toEqual([{ number: 336 }])
  expect((await follow(context, first)).at(-1)).toMatchObject({ number: 400, deferred: false })
  expect(await indexes(sql)).toEqual(before)
})

test('indexes put off are brought back by a later life too, before it waits for announcements', async () => {
  const node = { head: 400, finalized: 400 }
  const { sql, context, mirror } = await begun(node)
  const before = await indexes(sql)
  const left = await step(context, mirror)
  // As after a kill: the next life knows what the database says.
  const found = await readMirror(sql)
  expect(found).toEqual(left)
  const again: StepContext = { ...context, backfill: createBackfill(context, context.pace, changesOf) }
  node.head = left.number + 20
  node.finalized = left.number
  const announced = await step(again, left, node.head)
  expect(announced).toMatchObject({ number: node.head, deferred: false })
  expect(await indexes(sql)).toEqual(before)
})

test('a node that is behind for two looks takes nothing back; one that stays behind has lost blocks', async () => {
  const node = { head: 20, finalized: 0 }
  const { sql, context, mirror } = await begun(node)
  const at = (await follow(context, mirror)).at(-1) ?? mirror
  expect(at.number).toBe(20)
  let looks = 0
  /** Another node, 5 blocks behind, for so many looks. */
  const behind = (count: number): StepContext => {
    const other = rpcOf({ head: 15, finalized: 0 })
    const batch = (calls: Call[]) => (looks++ < count ? other : context.rpc).batch(calls)
    return { ...context, rpc: { ...context.rpc, batch } }
  }
  expect(await step(behind(2), at)).toBe(at)
  expect([looks, (await readMirror(sql))?.number]).toEqual([3, 20])
  looks = 0
  const back = await step(behind(99), at)
  expect(back).toMatchObject({ number: 15, hash: hashOf(15) })
})
