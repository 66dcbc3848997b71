import { createPublicClient, http } from 'viem'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openAwarder } from '../../adapters/chain/award.ts'
import type { Logger } from '../../core/log.ts'
import { openBatch } from '../../db/awards/batch.ts'
import { freezeBatch } from '../../db/awards/freeze.ts'
import { connect } from '../../db/client.ts'
import { warmPool } from '../../test/support/members.ts'
import {
  addDueAwards,
  allMirrored,
  expectMintedOnce,
  type SettleWorld,
  silentLogger,
  startWorld,
} from '../../test/support/settle.ts'
import { sendBatch } from './send.ts'
import { startSettle } from './start.ts'

let world: SettleWorld
const running: { stop: () => Promise<void> }[] = []
beforeEach(async () => {
  world = await startWorld()
})
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(running.splice(0).map((settler) => settler.stop()))
  await world.close()
})

const options = (logger: Logger = silentLogger) => ({
  sql: world.database.app,
  rpcUrl: world.chain.rpcUrl,
  awarderKey: world.chain.awarderKey,
  deployment: world.chain.deployment,
  logger,
})
function settle(extra: { logger?: Logger; stuckSeconds?: number } = {}) {
  const settler = startSettle({ ...options(), ...extra })
  running.push(settler)
  return settler
}
const batches = () => world.database.app<{ first_id: bigint; size: number; sends: number; nonce: number }[]>`
  select first_id, cardinality(packed) as size, sends, nonce::float8 from app.award_batch order by first_id`

test('every due award is minted once, in batches of at most 250 with dense numbers', async () => {
  await addDueAwards(world, 730)
  settle()
  await allMirrored(world)
  await expectMintedOnce(world)
  expect(await batches()).toMatchObject([
    { first_id: 1n, size: 250, sends: 1 },
    { first_id: 251n, size: 250, sends: 1 },
    { first_id: 501n, size: 230, sends: 1 },
  ])
})

test('what is not due, reversed or without a wallet stays', async () => {
  await addDueAwards(world, 4)
  const { app } = world.database
  const ids = await app<{ id: string }[]>`select id from app.award order by id`
  await app`update app.award set matures_at = now() + interval '1 hour' where id = ${ids[0]?.id ?? ''}`
  await app`update app.award set matures_at = null where id = ${ids[1]?.id ?? ''}`
  await app`update app.award set reversed_at = now() where id = ${ids[2]?.id ?? ''}`
  await app`delete from app.wallet where member_id = (select member_id from app.award where id = ${ids[3]?.id ?? ''})`
  expect(await freezeBatch(app, { now: new Date(), limit: 500 })).toBe(0)
})

test('a settler whose clock is an hour ahead mints nothing before its window is over', async () => {
  await addDueAwards(world, 2)
  const { app } = world.database
  await app`update app.award set matures_at = now() + interval '30 minutes' where id = (select max(id::text)::uuid from app.award)`
  vi.setSystemTime(Date.now() + 3_600_000)
  settle()
  const left = async () =>
    (await app<{ id: string }[]>`select id from app.award where award_id is null`).length
  await expect.poll(left).toBe(1)
  await expect.poll(async () => (await openBatch(app)) === undefined).toBe(true)
  expect(await left()).toBe(1)
})

test('a batch names one rule set: awards of another wait for their own batch', async () => {
  await addDueAwards(world, 3)
  await world.database.app`
    update app.award set ruleset = '\\x22', matures_at = now() where id = (select max(id::text)::uuid from app.award)`
  expect(await freezeBatch(world.database.app, { now: new Date(), limit: 500 })).toBe(2)
  expect(await freezeBatch(world.database.app, { now: new Date(), limit: 500 })).toBe(1)
})

test('two settlers, and sends by both at the same instant, mint once', async () => {
  await addDueAwards(world, 40)
  await freezeBatch(world.database.app, { now: new Date(), limit: 20 })
  const batch = await openBatch(world.database.app)
  if (!batch) throw new Error('nothing was frozen')
  const each = {
    sql: world.database.app,
    awarder: openAwarder(options()),
    logger: silentLogger,
    stuckSeconds: 60,
  }
  await Promise.allSettled([sendBatch(each, batch), sendBatch(each, batch), sendBatch(each, batch)])
  settle()
  settle()
  await allMirrored(world)
  await expectMintedOnce(world)
})

test('freezing at once from four sides gives dense numbers, each once', async () => {
  await addDueAwards(world, 40)
  const freeze = () => freezeBatch(world.database.app, { now: new Date(), limit: 10 })
  await warmPool(world.database.app)
  expect(await Promise.all([freeze(), freeze(), freeze(), freeze()])).toEqual([10, 10, 10, 10])
  const numbers = await world.database.app<{ award_id: bigint }[]>`select award_id from app.award order by 1`
  expect(numbers.map(({ award_id }) => Number(award_id))).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
})

test('a reorg that drops the mint: minted again, once', async () => {
  await addDueAwards(world, 10)
  settle()
  await allMirrored(world)
  const depth = 3
  await world.anvil.mine({ blocks: 2 })
  await world.anvil.request({ method: 'anvil_reorg', params: [depth, []] } as never)
  await world.anvil.mine({ blocks: 1 })
  await expect.poll(async () => (await batches())[0]?.sends).toBe(2)
  await allMirrored(world)
  await expectMintedOnce(world)
})

describe('with blocks held back', () => {
  const pool = () => createPublicClient({ transport: http(world.chain.rpcUrl), cacheTime: 0 })
  const lastHash = async () => (await openBatch(world.database.app))?.sent?.txHash
  const sends = async () => (await batches())[0]?.sends

  test('a transaction that the pool dropped is sent again with the same nonce', async () => {
    await world.anvil.setAutomine(false)
    await addDueAwards(world, 5)
    settle()
    await expect.poll(sends).toBe(1)
    const [first] = await batches()
    const hash = await lastHash()
    await expect.poll(() => pool().getTransaction({ hash: hash ?? '0x' })).toBeTruthy()
    await world.anvil.dropTransaction({ hash: hash ?? '0x' })
    await expect.poll(sends).toBe(2)
    expect((await batches())[0]?.nonce).toBe(first?.nonce)
    await world.anvil.setAutomine(true)
    await world.anvil.mine({ blocks: 1 })
    await allMirrored(world)
    await expectMintedOnce(world)
  })

  test('a transaction that is stuck is replaced: same nonce, higher bid, one mint', async () => {
    await world.anvil.setAutomine(false)
    await addDueAwards(world, 5)
    settle({ stuckSeconds: 1 })
    await expect.poll(sends).toBeGreaterThanOrEqual(3)
    const content = await pool().request({ method: 'txpool_content' } as never)
    const { pending } = content as { pending: Record<string, Record<string, unknown>> }
    expect(Object.values(pending).flatMap((byNonce) => Object.keys(byNonce))).toHaveLength(1)
    await world.anvil.setAutomine(true)
    await world.anvil.mine({ blocks: 1 })
    await allMirrored(world)
    await expectMintedOnce(world)
  })

  test('while the mirror stands still a mined batch is not sent again', async () => {
    await world.stopIndexer()
    await addDueAwards(world, 5)
    const heard: string[] = []
    const logger = { ...silentLogger, debug: (_fields: object, message: string) => heard.push(message) }
    settle({ stuckSeconds: 0, logger })
    await expect.poll(() => heard).toContain('on the chain, waiting for the mirror')
    await world.restartIndexer()
    await allMirrored(world)
    expect((await batches())[0]?.sends).toBe(1)
    await expectMintedOnce(world)
  })
})

test('a database that drops every connection: the settler finds back by itself', async () => {
  settle()
  await addDueAwards(world, 3)
  await allMirrored(world)
  const owner = connect(world.database.ownerUrl, { name: 'owner', max: 1 })
  const dropped = await owner`
    select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usename like '%\\_app'`
  await owner.end()
  expect(dropped.length).toBeGreaterThan(1)
  await expect
    .poll(() =>
      addDueAwards(world, 3).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await allMirrored(world)
  await expectMintedOnce(world)
})

describe('trouble is told in one sentence and passes', () => {
  type Told = { code?: string; message: string }
  function listenTo() {
    const told: Told[] = []
    const error = (fields: object, message: string) => {
      told.push({ ...fields, message })
    }
    return { told, logger: { ...silentLogger, error } }
  }

  test('an awarder without gas', async () => {
    const { told, logger } = listenTo()
    const { address } = openAwarder(options()).account
    await world.anvil.setBalance({ address, value: 0n })
    await addDueAwards(world, 3)
    settle({ logger })
    await expect
      .poll(() => told[0])
      .toMatchObject({
        code: 'award.no-gas',
        message: expect.stringContaining(address),
      })
    await world.anvil.setBalance({ address, value: 10n ** 18n })
    await allMirrored(world)
    await expectMintedOnce(world)
  })

  test('a contract that says no, and a node that is gone', async () => {
    const refused = openAwarder({ ...options(), awarderKey: `0x${'77'.repeat(32)}` })
    const run = {
      firstId: 1n,
      packed: [`0x${'01'.padStart(64, '0')}`] as const,
      ruleset: `0x${'11'.repeat(32)}` as const,
    }
    await expect(refused.estimate(run)).rejects.toMatchObject({
      code: 'award.refused',
      message: expect.stringContaining('AccessManagedUnauthorized'),
    })
    const gone = openAwarder({ ...options(), rpcUrl: 'http://127.0.0.1:1/secret-path' })
    await expect(gone.account.nextNonce()).rejects.toMatchObject({ code: 'chain.unreachable' })
    await expect(gone.account.nextNonce()).rejects.not.toThrow('secret-path')
  })
})
