import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import type { Hex } from '../../db/bytes.ts'
import { eachFamily } from '../../db/chain/facts.ts'
import { arrangeIndexes } from '../../db/chain/indexes.ts'
import { readMirror } from '../../db/chain/position.ts'
import { rewind } from '../../db/chain/rewind.ts'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles } from '../../db/roles.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { openMirror } from '../../indexer/identity.ts'
import { startIndexer } from '../../indexer/start.ts'
import { type Activity, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { createDatabase, databaseForTest, type TestDatabase } from '../support/database.ts'
import { doEverything } from '../support/everything.ts'
import { expectOperations, expectRoles, expectSettings, expectTargets } from '../support/governed.ts'
import { caughtUp, expectMirror, mirrorHash } from '../support/mirror.ts'

let chain: TestChain
let activity: Activity
let before: number

beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  before = Number(await activity.client.getBlockNumber())
  await doEverything(chain, activity)
})
afterAll(() => chain.close())

/** A new database that mirrors the chain as it is. */
async function mirrored(database?: TestDatabase): Promise<TestDatabase> {
  const into = database ?? (await createDatabase())
  if (!database) onTestFinished(into.close)
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const indexer = startIndexer({
    databaseUrl: into.indexerUrl,
    rpcUrl: chain.rpcUrl,
    logger: pino({ level: process.env.INDEXER_TEST_LOG ?? 'silent' }),
    target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    pollMs: 20,
  })
  onTestFinished(indexer.stop)
  await caughtUp(activity, into.app)
  await indexer.stop()
  return into
}

test('every event of every contract becomes a row that equals the chain', async () => {
  const { app } = await mirrored()
  const rows = await expectMirror(activity, app)
  for (const [family, found] of Object.entries(rows)) expect(found.length, family).toBeGreaterThan(0)
  expect(new Set(rows.tradeSteps?.map(([, , , , step]) => step)).size).toBe(7)
  expect(new Set(rows.proposalSteps?.map(([, , , , step]) => step)).size).toBe(3)
  expect(new Set(rows.governorSettings?.map(([, , , setting]) => setting)).size).toBe(4)
  expect(new Set(rows.roleSettings?.map(([, , , , setting]) => setting)).size).toBe(3)
  expect(new Set(rows.accessOperationSteps?.map(([, , , , , step]) => step)).size).toBe(2)
})

test('what is so now follows from the rows', async () => {
  const { app } = await mirrored()
  expect(
    await app`select raffle_id::int as id, state, entries::int from chain.raffle_now order by 1`,
  ).toEqual([
    { id: 1, state: 'cancelled', entries: 2 },
    { id: 2, state: 'settled', entries: 2 },
    { id: 3, state: 'expired', entries: 2 },
  ])
  const trades = await app`select state from chain.trade_now order by block_number`
  expect(trades.map(({ state }) => state)).toEqual(['withdrawn', 'completed', 'ruled', 'timed-out'])
  const flags = await app<{ value: bigint }[]>`select value from chain.flag_now`
  expect(flags.map(({ value }) => value)).toEqual([2n ** 256n - 1n])
  const proposals = await app`
    select step, votes_for > 0 as won, votes_abstain > 0 as abstained, votes_against::text as against
      from chain.proposal_now order by block_number`
  expect([...proposals]).toEqual([
    { step: 'canceled', won: false, abstained: false, against: '0' },
    { step: 'executed', won: true, abstained: true, against: '0' },
  ])
  const tiers = await app`select tier, period::float8 from chain.tier_now`
  expect([...tiers]).toContainEqual({ tier: 7, period: 86_400 })
})

test('who may do what, and what waits to be done, follows from the rows', async () => {
  const { app } = await mirrored()
  const reads = { client: activity.client, deployment: chain.deployment }
  await expectRoles(app, reads)
  await expectTargets(app, reads)
  await expectOperations(app, reads)
  await expectSettings(app, reads)
})

test('dropped and built anew, every table and view has the same rows, by hash', async () => {
  const database = await mirrored(await databaseForTest({ ownRoles: true }))
  const before = await mirrorHash(database.indexer)
  const owner = connect(database.ownerUrl, { name: 'test', max: 1 })
  onTestFinished(() => owner.end())
  await owner`drop schema chain cascade`
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await migrate(database.indexer, 'chain')
  for (const [family, { table }] of eachFamily)
    expect(await database.indexer.unsafe(`select from chain.${table}`), family).toHaveLength(0)
  await mirrored(database)
  expect(await mirrorHash(database.indexer)).toBe(before)
})

const indexesOf = async ({ indexer }: TestDatabase) => [
  ...(await indexer`select indexname, indexdef from pg_indexes where schemaname = 'chain' order by 1`),
]

test('what a kill left in the middle of a backfill ends as if nothing had happened', async () => {
  const whole = await mirrored()
  const killed = await createDatabase()
  onTestFinished(killed.close)
  const rpc = openRpc(chain.rpcUrl, {})
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const target = { chainId, startBlock, contracts: contractsOf(chain.deployment) }
  await arrangeIndexes(killed.indexer, await openMirror(killed.indexer, rpc, target), 1_000)
  expect((await indexesOf(killed)).length).toBeLessThan((await indexesOf(whole)).length)
  await mirrored(killed)
  expect(await indexesOf(killed)).toEqual(await indexesOf(whole))
  expect(await mirrorHash(killed.indexer)).toBe(await mirrorHash(whole.indexer))
})

test('a rewind takes back every family, and the chain gives it all back', async () => {
  const database = await mirrored()
  const { indexer } = database
  const hash = await mirrorHash(indexer)
  const mirror = await readMirror(indexer)
  if (!mirror) throw new Error('no mirror')
  const header = await activity.client.getBlock({ blockNumber: BigInt(before) })
  const to: { number: number; hash: Hex } = { number: before, hash: header.hash ?? '0x' }
  // As when the tail reached so far.
  await indexer`insert into chain.block (number, hash, parent_hash, block_time) values (${before},
    ${Buffer.from(to.hash.slice(2), 'hex')}, ${Buffer.from(header.parentHash.slice(2), 'hex')},
    to_timestamp(${Number(header.timestamp)})) on conflict do nothing`
  await rewind(indexer, mirror, to)
  for (const [family, { table }] of eachFamily) {
    const left = await indexer.unsafe(`select from chain.${table} where block_number > ${before}`)
    expect(left.length, family).toBe(0)
  }
  expect(await indexer`select from chain.account`).toHaveLength(0)
  await mirrored(database)
  expect(await mirrorHash(indexer)).toBe(hash)
})
