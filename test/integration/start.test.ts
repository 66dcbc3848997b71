import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePorts } from '../../scripts/engines/ports.ts'
import { isAlive } from '../../scripts/hold.mjs'
import { findMarked } from '../../scripts/start/sweep.ts'
import { dataFolder, runSnpd, type Started, startSnpd } from '../support/start.ts'

const WAIT = { timeout: 60_000, interval: 50 }
const one = dataFolder()
const two = dataFolder()
let port: number
let other: number
let running: Started
const origin = (of: number) => `http://127.0.0.1:${of}`
const account = { username: 'keeper', email: 'keeper@example.org', password: 'nine wet sneakers on a wire' }
const login = { login: account.email, password: account.password }

async function post(of: number, path: string, body: object): Promise<number> {
  const response = await fetch(`${origin(of)}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${of}` },
    body: JSON.stringify(body),
  })
  return response.status
}

async function healthOf(of: number) {
  const response = await fetch(`${origin(of)}/api/health`)
  const { components } = (await response.json()) as { components: Record<string, { status: string }> }
  return Object.fromEntries(Object.entries(components).map(([name, { status }]) => [name, status]))
}

const nobodyListens = async (of: number) => {
  const dead = [0, 1, 2, 3].map((offset) =>
    fetch(`http://127.0.0.1:${of + offset}/`).then(
      () => false,
      () => true,
    ),
  )
  return (await Promise.all(dead)).every(Boolean)
}
const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')
/** Every process of a run, by its mark; and each listener, for systems without /proc. */
const isGone = async (folder: string, of: number) =>
  findMarked(`${folder}#`).length === 0 && (await nobodyListens(of))

beforeAll(async () => {
  port = await freePorts(8)
  const env = { METRICS_PORT: String(port + 5) }
  running = startSnpd(['--port', String(port), '--data', one.path], env)
  await running.said(/^ready /m)
  other = await freePorts(5)
})

afterAll(async () => {
  running.process.kill('SIGTERM')
  await running.exited
  one.remove()
  two.remove()
})

describe('a start', () => {
  test('names every stage and ends in one line', () => {
    const output = running.output()
    for (const stage of [
      'Postgres',
      'migrations',
      'chain',
      'contracts',
      'beacon',
      'browser',
      'pages',
      'demo data',
    ])
      expect(output).toMatch(new RegExp(`^ {2}${stage} `, 'm'))
    expect(output.endsWith(`ready http://localhost:${port}\n`)).toBe(true)
    expect(output.match(/^ready/gm)).toHaveLength(1)
  })

  test('every component is healthy', async () => {
    await vi
      .waitUntil(async () => Object.values(await healthOf(port)).every((status) => status === 'ok'), WAIT)
      .catch(async () => {
        expect(await healthOf(port)).toBe('all ok')
      })
  })

  test('web, indexer and workers each tell Prometheus how they are', async () => {
    const scrape = async (nth: number) => (await fetch(`${origin(port + 5 + nth)}/metrics`)).text()
    const told = [
      [0, /^snpd_http_request_seconds_count\{method="GET",route="\/api\/health",status="2xx"\} [1-9]/m],
      [1, /^snpd_indexer_lag_blocks \d+$/m],
      [1, /^snpd_ledger_drift 0$/m],
      [2, /^snpd_checkout_waiting 0$/m],
      [2, /^snpd_relayer_balance_wei [1-9]/m],
    ] as const
    for (const [nth, line] of told) await expect.poll(() => scrape(nth), WAIT).toMatch(line)
  })

  test('its secrets are the owner’s alone, and different in every folder', () => {
    const text = readFileSync(join(one.path, 'secrets.json'), 'utf8')
    expect(JSON.parse(text).postgres.owner).toMatch(/^[0-9a-f]{48}$/)
    expect(running.output()).not.toContain(JSON.parse(text).postgres.owner)
  })

  test('a second one on its data folder is refused', async () => {
    const { code, output } = await runSnpd(['--port', String(other), '--data', one.path])
    expect(code).toBe(1)
    expect(output).toBe(
      `SNPD already runs on the data folder ${one.path} (process ${running.process.pid}). Stop it, or name another folder with --data and another --port.\n`,
    )
  })

  test('a second one on its port is refused', async () => {
    const { code, output } = await runSnpd(['--port', String(port), '--data', two.path])
    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} (web) cannot be used: another program listens on it. Stop that program, or start SNPD elsewhere with --port.\n`,
    )
  })

  test.runIf(existsSync('/proc'))('a service that is killed comes back, and that is said', async () => {
    const victim = findMarked(`${one.path}#`).find((pid) => commandOf(pid).includes('indexer/main.ts'))
    expect(victim).toBeDefined()
    process.kill(victim ?? 0, 'SIGKILL')
    await running.said(/indexer +ended: SIGKILL; starting it again in 1 s/)
    await running.said(/indexer +running again/)
  })
})

describe('a second instance', () => {
  let second: Started
  beforeAll(async () => {
    second = startSnpd(['--port', String(other), '--data', two.path])
    await second.said(/^ready /m)
    expect(await post(other, '/users/register', account)).toBe(201)
    await vi.waitUntil(async () => (await healthOf(other)).browser === 'ok', WAIT)
  })

  test('killed with SIGKILL, leaves nothing running', async () => {
    const pids = findMarked(`${two.path}#`)
    if (existsSync('/proc'))
      expect(pids.filter((pid) => commandOf(pid).includes('--headless'))).not.toEqual([])
    second.process.kill('SIGKILL')
    await vi.waitUntil(() => isGone(two.path, other), WAIT)
    expect(pids.filter(isAlive)).toEqual([])
    expect(await post(port, '/users/login', login)).toBe(401)
  })

  test('starts again over what the crash left, with its data', async () => {
    second = startSnpd(['--port', String(other), '--data', two.path])
    await second.said(/^ready /m)
    expect(await post(other, '/users/login', login)).toBe(200)
  })

  test('asked to stop, stops everything within 10 s', async () => {
    const began = performance.now()
    second.process.kill('SIGTERM')
    expect(await second.exited).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await isGone(two.path, other)).toBe(true)
  })
})
