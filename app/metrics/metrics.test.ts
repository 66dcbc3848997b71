import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEar } from '../../test/support/alert-ear.ts'
import { alertGround, sayAlert } from '../../test/support/alerts.ts'
import { ask } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { openWebMetrics } from './web.ts'

const registry = new Registry()
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb(() => ({ metrics: openWebMetrics(registry) }))
})
afterAll(() => web.close())

/** The values of one figure, by what stands between its braces. */
async function valuesOf(name: string): Promise<Record<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith(`${name}{`))
  return Object.fromEntries(
    lines.map((line) => [line.slice(name.length + 1, line.lastIndexOf('}')), Number(line.split(' ').at(-1))]),
  )
}

test('requests are counted by route, never by what was asked for, whatever came of them', async () => {
  await ask(`${web.origin}/api/sneakers/0190a0de-0000-7000-8000-000000000001`)
  await ask(`${web.origin}/api/sneakers/0190a0de-0000-7000-8000-000000000002`)
  await ask(`${web.origin}/api/no-such-thing-${'x'.repeat(40)}`)
  await ask(`${web.origin}/api/restocks`, { body: {} })
  const counts = await valuesOf('snpd_http_request_seconds_count')
  expect(counts).toMatchObject({
    'method="GET",route="none",status="4xx"': 1,
    'method="POST",route="/api/restocks",status="4xx"': 1,
  })
  expect(Object.keys(counts).join()).not.toContain('0190a0de')
  expect(await registry.metrics()).not.toContain('no-such-thing')
})

test('what leaves for the sockets is timed, and open sockets are counted', async () => {
  const ear = await openEar({ origin: web.origin, filters: [{}] })
  const sockets = async () => /^snpd_sockets (\d+)$/m.exec(await registry.metrics())?.[1]
  expect(await sockets()).toBe('1')
  await sayAlert(web.db.app, await alertGround(web.db.app))
  await expect.poll(() => ear.heard.length).toBe(1)
  expect(await valuesOf('snpd_alert_socket_seconds_count')).toEqual({ 'kind="restock"': 1 })
  ear.close()
  await expect.poll(sockets).toBe('0')
})
