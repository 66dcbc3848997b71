import { request } from 'node:http'
import { Gauge, Registry } from 'prom-client'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../scripts/engines/ports.ts'
import { factGauges } from './facts.ts'
import { openRegistry } from './open.ts'
import { type MetricsSettings, serveMetrics } from './serve.ts'

const token = 'a scraper that is known'

async function serving(settings: Partial<MetricsSettings> = {}, registry = openRegistry()) {
  const port = await freePort()
  onTestFinished(await serveMetrics({ METRICS_PORT: port, METRICS_HOST: '127.0.0.1', ...settings }, registry))
  return { port, ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) }
}

/** fetch sets Host by itself. */
function statusFor(port: number, host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const asked = request({ port, host: '127.0.0.1', path: '/metrics', headers: { host } }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  asked.once('error', reject).end()
  return promise
}

test('a process tells its memory and processor in the text format of Prometheus', async () => {
  const { ask } = await serving()
  const response = await ask('/metrics')
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(await response.text()).toMatch(/^process_resident_memory_bytes \d+$/m)
  expect(await (await ask('/healthz')).text()).toBe('lives\n')
  expect((await ask('/elsewhere')).status).toBe(404)
  expect((await ask('/metrics', { method: 'POST' })).status).toBe(405)
})

test('with a token nobody else is told, and who asks whether it lives needs none', async () => {
  const { ask } = await serving({ METRICS_TOKEN: token })
  const as = async (authorization?: string) =>
    (await ask('/metrics', authorization ? { headers: { authorization } } : {})).status
  expect([await as(), await as('Bearer '), await as(`Bearer ${token}x`), await as(`Basic ${token}`)]).toEqual(
    [401, 401, 401, 401],
  )
  expect(await as(`Bearer ${token}`)).toBe(200)
  expect((await ask('/healthz')).status).toBe(200)
})

test('without one it is told on this machine alone, and to no page that only leads here', async () => {
  const { port } = await serving()
  expect(await statusFor(port, `localhost:${port}`)).toBe(200)
  expect(await statusFor(port, `evil.example:${port}`)).toBe(421)
  await expect(serving({ METRICS_HOST: '0.0.0.0' })).rejects.toMatchObject({ code: 'config.invalid' })
  const open = await serving({ METRICS_HOST: '0.0.0.0', METRICS_TOKEN: token })
  expect((await open.ask('/metrics')).status).toBe(401)
})

test('a port that is taken is said in a sentence; without one nothing listens', async () => {
  const { port } = await serving()
  await expect(serving({ METRICS_PORT: port })).rejects.toMatchObject({ code: 'config.port-taken' })
  await serveMetrics({ METRICS_HOST: '127.0.0.1' }, openRegistry())
})

test('figures of one scrape come from one reading, and are left out when it fails', async () => {
  const registry = new Registry()
  let readings = 0
  let away = false
  const read = async () => {
    readings++
    if (away) throw new Error('gone')
    return { a: 7, none: null }
  }
  factGauges(
    registry,
    [
      { name: 'snpd_a', help: 'a', read: ({ a }) => a },
      { name: 'snpd_none', help: 'none', read: ({ none }) => none },
      {
        name: 'snpd_by',
        help: 'by',
        labels: ['kind'],
        read: ({ a }) => [{ labels: { kind: 'x' }, value: a }],
      },
    ],
    read,
  )
  const lines = async () => (await registry.metrics()).split('\n').filter((line) => /^snpd/.test(line))
  expect(await lines()).toEqual(['snpd_facts_readable 1', 'snpd_a 7', 'snpd_by{kind="x"} 7'])
  expect(readings).toBe(1)
  away = true
  await expect.poll(lines).toEqual(['snpd_facts_readable 0'])
})

test('a registry is of one process part: two of them count apart', async () => {
  const [one, other] = [openRegistry(), openRegistry()]
  new Gauge({ name: 'snpd_only_one', help: 'x', registers: [one] }).set(1)
  expect(await one.metrics()).toContain('snpd_only_one')
  expect(await other.metrics()).not.toContain('snpd_only_one')
})
