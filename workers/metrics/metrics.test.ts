import { afterAll, beforeAll, expect, test } from 'vitest'
import { fanOut } from '../../db/deliveries/fan-out.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { alertGround, sayAlert } from '../../test/support/alerts.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { startMetrics } from './start.ts'

let db: TestDatabase
let metrics: { stop: () => Promise<void> }
let port: number
beforeAll(async () => {
  db = await createDatabase()
  port = await freePort()
  metrics = await startMetrics({
    ...{ APP_DATABASE_URL: db.appUrl, METRICS_PORT: port, METRICS_HOST: '127.0.0.1' },
  })
})
afterAll(async () => {
  await metrics.stop()
  await db.close()
})

async function scrape(): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith('snpd_'))
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  )
}

test('an installation that has done nothing has empty queues and says nothing of what it does not know', async () => {
  const said = await scrape()
  expect(said).toMatchObject({
    snpd_facts_readable: 1,
    snpd_checkout_waiting: 0,
    snpd_checkout_oldest_seconds: 0,
    'snpd_checkout_ended{outcome="ordered"}': 0,
    snpd_deliveries_dead: 0,
    snpd_relay_waiting: 0,
  })
  expect(Object.keys(said).filter((name) => /relayer|quantile|silent/.test(name))).toEqual([])
})

test('tells of the relayer what it last said, and how long a part is silent', async () => {
  await writeHeartbeat(db.app, 'relayer', {
    relayer: '0xab',
    balance: '1500000000000000000',
    requests_left: 42,
  })
  await writeHeartbeat(db.app, 'settle', {})
  await db.app`update app.heartbeat set at = now() - interval '90 seconds' where component = 'settle'`
  const settled = () => scrape().then((said) => said['snpd_worker_silent_seconds{part="settle"}'])
  await expect.poll(settled).toBeGreaterThan(89)
  expect(await scrape()).toMatchObject({ snpd_relayer_balance_wei: 1.5e18, snpd_relayer_requests_left: 42 })
})

test('alerts that wait are counted until they are handed out', async () => {
  await sayAlert(db.app, await alertGround(db.app))
  const behind = () => scrape().then(({ snpd_alerts_behind }) => snpd_alerts_behind)
  await expect.poll(behind).toBe(1)
  await fanOut(db.app, { now: new Date(), limit: 10 })
  await expect.poll(behind).toBe(0)
})

test('when Postgres is away it says that alone', async () => {
  await db.app`alter table app.heartbeat rename to away`
  const names = async () => Object.keys(await scrape())
  await expect.poll(names).toEqual(['snpd_facts_readable'])
  expect((await scrape()).snpd_facts_readable).toBe(0)
  await db.app`alter table app.away rename to heartbeat`
})
