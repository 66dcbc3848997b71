import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { fanOut } from '../../db/deliveries/fan-out.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { alertGround, sayAlert } from '../../test/support/alerts.ts'
import { startChain, type TestChain } from '../../test/support/chain.ts'
import { ask } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { healthShape } from './shape.ts'

let chain: TestChain
let web: TestWeb
const relayer = `0x${'ab'.repeat(20)}`
let silent = false
beforeAll(async () => {
  chain = await startChain()
  web = await startTestWeb(({ queue }) => ({
    rpc: openRpc(chain.rpcUrl),
    queue: { ...queue, counts: () => (silent ? new Promise(() => undefined) : queue.counts()) },
  }))
  const { indexer, app } = web.db
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number)
    values (31337, '\\x00', 0, 1000)`
  await indexer`insert into chain.heartbeat (at) values (now())`
  await writeHeartbeat(app, 'settle', {})
  await writeHeartbeat(app, 'relay', {})
  await writeHeartbeat(app, 'relayer', { relayer, balance: '7', requests_left: 5000 })
  await writeHeartbeat(app, 'workers', { browser: 'Chromium', browser_connected: true })
})
afterAll(async () => {
  await web.close()
  await chain.close()
})

async function health() {
  const response = await ask(`${web.origin}/api/health`)
  const { status, components } = healthShape.parse(await response.json())
  return { http: response.status, status, components }
}

test('names every component when all are well', async () => {
  const { http, status, components } = await health()
  expect({ http, status }).toEqual({ http: 200, status: 'ok' })
  expect(Object.keys(components).sort()).toEqual([
    'arbiter',
    'browser',
    'chain',
    'database',
    'deliveries',
    'indexer',
    'keeper',
    'monitor',
    'queue',
    'raffler',
    'relayer',
    'workers',
  ])
  expect(components.chain.detail).toMatch(/^Head at block \d+\.$/)
  expect(components.queue.detail).toMatch(/waiting/)
  expect(components.queue).toMatchObject({ waiting: 0, oldest_seconds: null, under_way: 0, dead: 0 })
})

test("is degraded, and still 200, when the indexer's heartbeat is old", async () => {
  await web.db.indexer`update chain.heartbeat set at = now() - interval '2 minutes'`
  const { http, status, components } = await health()
  expect({ http, status }).toEqual({ http: 200, status: 'degraded' })
  expect(components.indexer).toMatchObject({
    status: 'degraded',
    detail: expect.stringMatching(/silent for 12\d s/),
  })
  await web.db.indexer`update chain.heartbeat set at = now()`
})

test('the relayer is told of in full, and that it has to be sent gas', async () => {
  const read = async () => (await ask(`${web.origin}/api/health/relayer`)).json()
  expect(await read()).toMatchObject({ status: 'ok', address: relayer, balance: '7', waiting: 0 })
  await writeHeartbeat(web.db.app, 'relayer', { relayer, balance: '1', requests_left: 3 })
  expect(await read()).toMatchObject({ status: 'degraded', requests_left: 3 })
  expect((await health()).components.relayer).toMatchObject({ status: 'degraded' })
  await writeHeartbeat(web.db.app, 'relayer', { relayer, balance: '7', requests_left: 5000 })
})

test.each([
  ['raffler', 'RAFFLE_KEY', 'raffler'],
  ['arbiter', 'ARBITER_KEY', 'arbiter'],
  ['keeper', 'KEEPER_KEY', 'keeper-account'],
] as const)(
  'the account called %s is told of, and that it has to be sent gas',
  async (name, key, component) => {
    const told = async () => (await health()).components[name]
    expect(await told()).toMatchObject({ status: 'ok', detail: expect.stringContaining(key) })
    await writeHeartbeat(web.db.app, component, { account: relayer, balance: '0', calls_left: 0 })
    expect(await told()).toMatchObject({ status: 'down', detail: expect.stringContaining(relayer) })
    await writeHeartbeat(web.db.app, component, { account: relayer, balance: '7', calls_left: 5000 })
    expect(await told()).toEqual({ status: 'ok', detail: 'Pays for 5,000 calls.' })
  },
)

test('a component that takes the question and never answers is down, and holds nobody', async () => {
  silent = true
  const { http, status, components } = await health()
  expect({ http, status }).toEqual({ http: 200, status: 'degraded' })
  expect(components.queue).toMatchObject({ status: 'down', detail: 'The queue does not answer.', waiting: 0 })
  silent = false
})

test('is degraded when alerts wait for a worker, and not when a receiver lets them wait', async () => {
  const { app } = web.db
  await sayAlert(app, await alertGround(app))
  expect((await health()).components.deliveries).toMatchObject({ status: 'ok', behind: 1, waiting: 0 })
  await app`update app.alert set at = now() - interval '2 minutes'`
  const { components, status } = await health()
  expect(status).toBe('degraded')
  expect(components.deliveries).toMatchObject({
    ...{ status: 'degraded', behind: 1, dead: 0 },
    detail: expect.stringMatching(/; the oldest waits for a worker for 12\d s\.$/),
  })
  await fanOut(app, { now: new Date(), limit: 10 })
  expect((await health()).components.deliveries).toMatchObject({
    status: 'ok',
    behind: 0,
    oldest_seconds: null,
  })
})

test('is degraded when a page waits to be looked at, and not while its shop wants patience or it is paused', async () => {
  const { app } = web.db
  const url = new URL('https://shop.example/products/p0')
  await addTarget(app, { url, ...(await addCatalog(app)), now: new Date(Date.now() - 120_000) })
  const monitor = async () => (await health()).components.monitor
  expect(await monitor()).toMatchObject({
    ...{ status: 'degraded', targets: 1, overdue: 1 },
    detail: expect.stringMatching(/; the oldest waits for 12\d s\.$/),
  })
  await app`update app.monitor_origin set next_at = now() + interval '1 hour'`
  expect(await monitor()).toMatchObject({ status: 'ok', targets: 1, overdue: 0, oldest_seconds: null })
  await app`update app.monitor_origin set next_at = to_timestamp(0)`
  await app`update app.monitor_target set paused = true`
  expect(await monitor()).toMatchObject({ status: 'ok', targets: 0, overdue: 0 })
})

test('is degraded when the chain is gone', async () => {
  await chain.close()
  const { status, components } = await health()
  expect(status).toBe('degraded')
  expect(components.chain).toEqual({ status: 'down', detail: 'The chain does not answer.' })
  expect(components.indexer.status).toBe('ok')
})

test('is 503 when the database is gone', async () => {
  await web.db.app.end({ timeout: 1 })
  const { http, status, components } = await health()
  expect({ http, status }).toEqual({ http: 503, status: 'degraded' })
  expect(components.database.status).toBe('down')
  expect(JSON.stringify(components)).not.toMatch(/postgres|password|127\.0/i)
})
