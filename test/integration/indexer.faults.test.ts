import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { seeded } from '../../core/random.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles } from '../../db/roles.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { type AnvilServer, startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { type Activity, actRandomly, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { caughtUp, expectMirror, mirrorHash } from '../support/mirror.ts'

let chain: TestChain
let activity: Activity
let database: TestDatabase
const random = seeded(99)

beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  await activity.openTier(1, 500n)
  for (let round = 0; round < 40; round++) await actRandomly(activity, random)
})
afterAll(() => chain.close())
beforeEach(async () => {
  database = await createDatabase()
  return () => database.close()
})

type Changes = { rpcUrl?: string; chainId?: number; startBlock?: number; karma?: `0x${string}` }

function index(changes: Changes = {}): Indexer {
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const target = { chainId, startBlock, ...changes }
  const ours = contractsOf(chain.deployment)
  const indexer = startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: changes.rpcUrl ?? chain.rpcUrl,
    logger: pino({ level: process.env.INDEXER_TEST_LOG ?? 'silent' }),
    target: { ...target, contracts: { ...ours, karma: changes.karma ?? chain.deployment.karma } },
    pollMs: 20,
  })
  onTestFinished(indexer.stop)
  indexer.done.catch(() => undefined)
  return indexer
}

async function anvil(port?: number): Promise<AnvilServer> {
  const server = await startAnvil({ port: port ?? (await freePort()) })
  onTestFinished(server.stop)
  return server
}

async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round++) await actRandomly(activity, random)
}

test('a chain that lost its last blocks is followed back, also while we were down', async () => {
  await rounds(8)
  const indexer = index()
  await caughtUp(activity, database.app)
  await activity.client.request({ method: 'anvil_rollback' as never, params: [5] as never })
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  await rounds(8)
  await caughtUp(activity, database.app)
  await indexer.stop()
  await activity.reorg(6)
  await rounds(3)
  index()
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('a storm of reorgs and transactions ends with the chain’s rows', async () => {
  index()
  for (let round = 0; round < 25; round++) {
    await rounds(random(5))
    await activity.reorg(1 + random(4))
    if (random(2) === 0) await sleep(random(60))
  }
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('a reorg below the oldest hash kept stops the indexer and changes nothing', async () => {
  // anvil replaces an empty block by the very same one.
  await activity.award([{ to: member(1), amount: 1n }])
  await activity.client.mine({ blocks: 80 })
  const indexer = index()
  await caughtUp(activity, database.app)
  await indexer.stop()
  const before = await mirrorHash(database.app)
  await activity.reorg(81)
  await expect(index().done).rejects.toMatchObject({ code: 'chain.reorg-too-deep' })
  expect(await mirrorHash(database.app)).toBe(before)
})

test('a second writer ends with a clear error and harms nothing', async () => {
  const first = index()
  await caughtUp(activity, database.app)
  const second = index()
  await second.ready
  const ended = Promise.race([first.done, second.done])
  ended.catch(() => undefined)
  for (let round = 0; round < 200; round++) {
    await activity.award([{ to: member(1), amount: 1n }])
    if (await Promise.race([ended.then(null, () => true), sleep(1)])) break
  }
  const stopped = { code: 'chain.second-writer', fix: expect.stringContaining('one indexer') }
  await expect(ended).rejects.toMatchObject(stopped)
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('another chain, other contracts and another beginning are refused, and nothing is written', async () => {
  const done = (changes: Changes) => index(changes).done
  const other = await anvil()
  await expect(done({ chainId: 1 })).rejects.toMatchObject({ code: 'chain.wrong-id' })
  expect(await readCursor(database.app)).toBeUndefined()
  const indexer = index()
  await caughtUp(activity, database.app)
  await indexer.stop()
  const before = await mirrorHash(database.app)
  await expect(done({ rpcUrl: other.url })).rejects.toMatchObject({
    code: 'chain.wrong-genesis',
    fix: expect.stringContaining('RPC_URL'),
  })
  await expect(done({ chainId: 1 })).rejects.toMatchObject({ code: 'chain.wrong-id' })
  await expect(done({ karma: member(1) })).rejects.toMatchObject({ code: 'chain.other-contracts' })
  await expect(done({ startBlock: 3 })).rejects.toMatchObject({ code: 'chain.other-contracts' })
  expect(await mirrorHash(database.app)).toBe(before)
})

test('another chain on the same URL in mid-flight is refused', async () => {
  const port = await freePort()
  const first = await anvil(port)
  const indexer = index({ rpcUrl: first.url, startBlock: 0 })
  await indexer.ready
  await first.stop()
  // anvil's block 0 carries the second it was made in.
  await sleep(1_100)
  await anvil(port)
  await expect(indexer.done).rejects.toMatchObject({ code: 'chain.wrong-genesis' })
})

test('a node that is not there yet is waited for', async () => {
  const port = await freePort()
  const indexer = index({ rpcUrl: `http://127.0.0.1:${port}`, startBlock: 0 })
  let ready = false
  void indexer.ready.then(() => {
    ready = true
  })
  await expect.poll(async () => (await database.app`select 1 from chain.heartbeat`).length).toBe(1)
  expect(ready).toBe(false)
  await anvil(port)
  await indexer.ready
})

test('connections that Postgres cuts are made again', async () => {
  await slowSteps()
  index()
  const owner = connect(database.ownerUrl, { name: 'test', max: 1 })
  onTestFinished(() => owner.end())
  for (let round = 0; round < 10; round++) {
    await rounds(2)
    await sleep(random(80))
    await owner`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = ${new URL(database.indexerUrl).username} and datname = current_database()`
  }
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('a mirror built anew equals the old one bit for bit', async () => {
  await database.close()
  database = await createDatabase({ ownRoles: true })
  const indexer = index()
  await rounds(10)
  await activity.reorg(4)
  await rounds(4)
  await activity.reorg(3)
  await activity.client.mine({ blocks: 70 })
  await caughtUp(activity, database.app)
  await indexer.stop()
  const before = await mirrorHash(database.app)
  const owner = connect(database.ownerUrl, { name: 'test', max: 1 })
  onTestFinished(() => owner.end())
  await owner`drop schema chain cascade`
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await migrate(database.indexer, 'chain')
  index()
  await caughtUp(activity, database.app)
  expect(await mirrorHash(database.app)).toBe(before)
  await expectMirror(activity, database.app)
})

test("the app's role cannot write the mirror", async () => {
  await index().ready
  for (const table of ['transfer', 'account', 'award', 'award_batch', 'pass_purchase', 'block', 'cursor']) {
    const name = database.app(`chain.${table}`)
    await expect(database.app`delete from ${name}`).rejects.toThrow('permission denied')
  }
})

/** Makes each step long enough to be cut in its middle. */
async function slowSteps(): Promise<void> {
  await database.indexer`create function chain.wait() returns trigger language plpgsql as
    'begin perform pg_sleep(0.03); return null; end'`
  for (const table of ['transfer', 'award_batch', 'block'])
    await database.indexer`create trigger wait after insert on ${database.indexer(`chain.${table}`)}
      execute function chain.wait()`
}

type Running = {
  child: ChildProcess
  ready: Promise<unknown>
  exit: Promise<number | null>
  errors: () => string
}

/** indexer/main.ts as `npm start` runs it. */
function launch(environment: Record<string, string> = {}): Running {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-indexer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, `${randomBytes(4).toString('hex')}.json`)
  writeFileSync(file, JSON.stringify(chain.deployment))
  const child = spawn(process.execPath, ['indexer/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      INDEXER_DATABASE_URL: database.indexerUrl,
      RPC_URL: chain.rpcUrl,
      DEPLOYMENT: file,
      LOG_LEVEL: 'silent',
      ...environment,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ready = new Promise((resolve) => child.once('message', resolve))
  // 'exit' and the end of stderr: 'close' never comes to a parent that disconnected.
  const flushed = new Promise((resolve) => child.stderr?.once('close', resolve))
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve)).then(async (code) => {
    await flushed
    return code
  })
  return { child, ready, exit, errors: () => errors }
}

test('killed at any moment, it goes on where it was', async () => {
  await slowSteps()
  for (let round = 0; round < 6; round++) {
    const { child, ready, exit } = launch()
    if (round === 0) expect(await ready).toEqual({ ready: true })
    else await sleep(150 + random(350))
    const acting = rounds(6)
    await sleep(random(100))
    child.kill('SIGKILL')
    await Promise.all([exit, acting])
    if (round % 2 === 0) await activity.reorg(3)
  }
  const { ready } = launch()
  await ready
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('killed in the middle of a backfill, it goes on where it was', async () => {
  for (let round = 0; round < 40; round++) {
    await rounds(2)
    await activity.client.mine({ blocks: 10 })
  }
  await slowSteps()
  for (let round = 0; round < 5; round++) {
    const { child, exit } = launch()
    await sleep(250 + random(400))
    child.kill('SIGKILL')
    await exit
  }
  const { ready } = launch()
  await ready
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

test('it stops when asked, and when its parent is gone', async () => {
  const asked = launch()
  await asked.ready
  asked.child.kill('SIGTERM')
  expect(await asked.exit).toBe(0)
  const orphan = launch()
  await orphan.ready
  orphan.child.disconnect()
  expect(await orphan.exit).toBe(0)
  expect(orphan.errors()).toBe('')
})

test('a start that cannot succeed ends with one clear sentence', async () => {
  const other = await startAnvil({ port: await freePort(), chainId: 5 })
  onTestFinished(other.stop)
  const wrong = launch({ RPC_URL: other.url })
  expect(await wrong.exit).toBe(1)
  expect(wrong.errors()).toMatch(
    /^The chain at \S+ has id 5; the contracts were deployed on chain 31337\. Point [^\n]+\n$/,
  )
  const missing = launch({ DEPLOYMENT: 'nowhere.json' })
  expect(await missing.exit).toBe(1)
  expect(missing.errors()).toMatch(
    /^The deployment file nowhere\.json is not one that this version can use: [^\n]+\n$/,
  )
})
