import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { seeded } from '../../core/random.ts'
import { balanceOf } from '../../db/chain/balance.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import { ledgerEntries } from '../../db/chain/ledger.ts'
import { activePass } from '../../db/chain/pass.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { type Activity, actRandomly, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { caughtUp, expectMirror } from '../support/mirror.ts'

let chain: TestChain
let activity: Activity
let database: TestDatabase

beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  await activity.openTier(1, 500n)
})
afterAll(() => chain.close())
beforeEach(async () => {
  database = await createDatabase()
  return () => database.close()
})

function index(options: { rpcUrl?: string; chainId?: number } = {}): Indexer {
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const indexer = startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: options.rpcUrl ?? chain.rpcUrl,
    logger: pino({ level: process.env.INDEXER_TEST_LOG ?? 'silent' }),
    target: { chainId: options.chainId ?? chainId, startBlock, contracts: contractsOf(chain.deployment) },
    pollMs: 20,
  })
  onTestFinished(indexer.stop)
  indexer.done.catch(() => undefined)
  return indexer
}

test('awards, transfers, burns and passes become rows that equal the chain', async () => {
  const random = seeded(1)
  for (let round = 0; round < 30; round++) await actRandomly(activity, random)
  index()
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  for (let round = 0; round < 30; round++) await actRandomly(activity, random)
  await activity.award([{ to: member(7), amount: 5000n }])
  await activity.buyPass(member(7), 1, 500n)
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)

  const addresses = [member(7)]
  expect(await balanceOf(database.app, addresses)).toEqual({ balance: 4500n, earned: 5000n })
  const entries = await ledgerEntries(database.app, { addresses, limit: 10 })
  expect(entries.map(({ value, awardId }) => [value, awardId !== null])).toEqual([
    ['-500', false],
    ['5000', true],
  ])
  expect(await activePass(database.app, { addresses, now: new Date() })).toMatchObject({ tier: 1 })
  const cursor = await readCursor(database.app)
  expect(cursor?.blockNumber).toBe(Number(await activity.client.getBlockNumber()))
  expect(cursor?.heartbeatAt).toBeInstanceOf(Date)
})

test('blocks of many transactions, long ranges and blocks of none', async () => {
  await activity.client.setAutomine(false)
  onTestFinished(() => activity.client.setAutomine(true))
  await activity.award(Array.from({ length: 300 }, (_, at) => ({ to: member(at % 10), amount: 10n })))
  for (let round = 0; round < 20; round++) await activity.transfer(member(1), member(2), BigInt(round))
  await activity.client.mine({ blocks: 300 })
  index()
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  const [tail] = await database.app`select count(*)::int from chain.block`
  expect(tail?.count).toBe(65)
})

test('each commit tells which accounts changed', async () => {
  index()
  await caughtUp(activity, database.app)
  const events: unknown[] = []
  const listener = await database.app.listen('chain', (payload) => void events.push(JSON.parse(payload)))
  await activity.award([{ to: member(3), amount: 9n }])
  const block = Number(await activity.client.getBlockNumber())
  await expect.poll(() => events).toHaveLength(1)
  const none = {
    ...{ raffles: [], proposals: [], flags: [], trades: [] },
    ...{ roles: [], targets: [], operations: [] },
  }
  expect(events[0]).toEqual({ block_number: block, accounts: [member(3)], all: false, ...none })
  const strangers = Array.from({ length: 200 }, (_, at) => ({ to: member(1000 + at), amount: 1n }))
  await activity.award(strangers)
  await expect.poll(() => events).toHaveLength(2)
  expect(events[1]).toEqual({ block_number: block + 1, accounts: [], all: true, ...none })
  // Here, not when the test has finished: the database is closed by then, and a late unlisten would fail at times.
  await listener.unlisten()
})

test.each([1, 2, 3, 5, 7, 10])('a reorg of depth %i ends with the chain’s rows', async (depth) => {
  const random = seeded(depth)
  for (let round = 0; round < 12; round++) await actRandomly(activity, random)
  await activity.award([{ to: member(8), amount: 100n }])
  await activity.client.mine({ blocks: 1 })
  index()
  await caughtUp(activity, database.app)
  for (let round = 0; round < depth; round++) await actRandomly(activity, random)
  const fresh = member(500 + depth)
  await activity.award([{ to: fresh, amount: 100n }])
  await caughtUp(activity, database.app)
  const height = await activity.client.getBlockNumber()
  await activity.reorg(depth)
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  expect(await activity.client.getBlockNumber()).toBe(height)
  expect(await balanceOf(database.app, [fresh])).toEqual({ balance: 0n, earned: 0n })

  await activity.reorg(depth, [
    { from: member(8), to: member(9), amount: 60n },
    { from: member(9), to: fresh, amount: 7n },
  ])
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  expect((await balanceOf(database.app, [fresh])).balance).toBe(7n)
})
