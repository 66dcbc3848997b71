import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { plainShop } from '../../test/fixtures/shops/bazaar/options.ts'
import { startBazaar } from '../../test/fixtures/shops/bazaar/server.ts'
import { testBrowser } from '../../test/support/browser.ts'
import { run } from '../../test/support/cli.ts'
import { type StockShop, type StockShopOptions, startStockShop } from '../../test/support/stock-shop.ts'
import { openDiskGate } from '../checkout/gate.ts'
import { openBrowserLook } from './browser.ts'
import type { Job } from './job.ts'
import { jsonLine, type Told } from './line.ts'
import { runMonitor } from './run.ts'

type Watch = { lines: string[]; said: string[]; told: Told[]; stop: () => void; ended: Promise<number> }

async function shopFor(options: StockShopOptions = {}): Promise<StockShop> {
  const shop = await startStockShop({ sizes: ['9', '10'], ...options })
  onTestFinished(shop.close)
  return shop
}

/** The command, in this process. */
function watch(url: string, options: Partial<Job> = {}): Watch {
  const stopping = new AbortController()
  const watched: Omit<Watch, 'ended'> = { lines: [], said: [], told: [], stop: () => stopping.abort() }
  const folder = mkdtempSync(join(tmpdir(), 'snpd-monitor-'))
  const ended = runMonitor({
    ...{ url: new URL(url), everyMs: 50, size: undefined, once: false, forMs: undefined },
    ...{
      gate: openDiskGate(folder, folder),
      guard: { loopback: true },
      browser: undefined,
      stopping: stopping.signal,
    },
    screen: {
      say: (message) => void watched.said.push(message),
      tell: (told) => {
        watched.told.push(told)
        const { now, before } = told
        watched.lines.push(`${now.size || 'all'}: ${before?.state ?? 'first'} -> ${now.state}`)
      },
    },
    ...options,
  })
  onTestFinished(async () => {
    stopping.abort()
    await ended
  })
  return { ...watched, ended }
}

const keeper = testBrowser()
afterAll(() => keeper.close())
const shows = { timeout: 60_000 }

test.each(['page', 'shopify', 'woo', 'vanish'] as const)(
  '%s: each size once at first, then a line for each change',
  async (telling) => {
    const shop = await shopFor({ telling, lie: 'in' })
    shop.set(0, { 9: 'in' })
    const { lines } = watch(shop.url(0))
    const first = telling === 'vanish' ? ['9: first -> in'] : ['9: first -> in', '10: first -> out']
    await expect.poll(() => lines, shows).toEqual(first)
    shop.set(0, { 10: 'in' })
    await expect.poll(() => lines.slice(first.length), shows).toEqual(['10: out -> in'])
    shop.set(0, { 9: 'out' })
    await expect.poll(() => lines.slice(first.length + 1), shows).toEqual(['9: in -> out'])
    expect(shop.guests.told).toEqual([])
  },
)

test('what is as it was is asked for conditionally, over one connection', async () => {
  const shop = await shopFor()
  watch(shop.url(0))
  await expect.poll(() => shop.guests.notModified, shows).toBeGreaterThan(4)
  expect(shop.guests.connections).toBe(1)
  expect(shop.guests.robots).toBe(1)
})

test('a 403 and a challenge are unknown, never out, and what comes back is told', async () => {
  const shop = await shopFor({ first: 'in' })
  const { lines } = watch(shop.url(0), { size: '9' })
  await expect.poll(() => lines, shows).toEqual(['9: first -> in'])
  shop.suffer({ kind: 'challenge', status: 200 })
  await expect.poll(() => lines.slice(1), shows).toEqual(['9: in -> unknown'])
  shop.heal()
  await expect.poll(() => lines.slice(2), shows).toEqual(['9: unknown -> in'])
  shop.suffer({ kind: 'status', status: 403 })
  await expect.poll(() => lines.slice(3), shows).toEqual(['9: in -> unknown'])
})

test('a shop that asks for patience gets it, from every run of the machine', async () => {
  const shop = await shopFor({ first: 'in' })
  shop.suffer({ kind: 'status', status: 429, retryAfter: 1 }, { times: 1 })
  const { lines, said } = watch(shop.url(0))
  await expect.poll(() => lines, shows).toEqual(['9: first -> in', '10: first -> in'])
  expect(said[0]).toBe('The shop answers 429.')
  expect(shop.guests.told).toEqual([])
})

test('a page that robots.txt forbids is never asked for', async () => {
  const shop = await shopFor({ robots: 'User-agent: *\nDisallow: /products/' })
  const { ended, lines, said } = watch(shop.url(0))
  expect(await ended).toBe(3)
  expect(shop.guests.pages).toBe(0)
  expect(lines).toEqual(['all: first -> unknown'])
  expect(said).toEqual([expect.stringContaining('robots.txt: "Disallow: /products/"')])
})

test('one look ends by itself: 0 when it told of stock, 4 when it did not', async () => {
  const shop = await shopFor({ first: 'in' })
  expect(await watch(shop.url(0), { once: true }).ended).toBe(0)
  const { ended, lines, said } = watch(`${shop.origin}/nothing`, { once: true, size: '9' })
  expect(await ended).toBe(4)
  expect(lines).toEqual(['9: first -> unknown'])
  expect(said[0]).toContain('404')
})

test('a price that changes is told, with what it was', async () => {
  const shop = await shopFor({ first: 'in' })
  const { told } = watch(shop.url(0), { size: '9' })
  await expect.poll(() => told.length, shows).toBe(1)
  shop.setPrice(0, 287_920)
  await expect.poll(() => told.length, shows).toBe(2)
  const [, second] = told
  expect(second?.before?.priceMinor).toBe(15_000)
  expect(JSON.parse(jsonLine(second as Told, new Date()))).toMatchObject({
    ...{ size: '9', label: '9', state: 'in', before: 'in', price_minor: 287_920, before_price_minor: 15_000 },
    ...{ currency: 'USD', evidence: expect.stringContaining('radio "9"') },
  })
})

test('in a browser: sizes that a script draws, which are unknown without one', async () => {
  const bazaar = await startBazaar({ ...plainShop, rendering: 'spa', lies: 'stock' })
  onTestFinished(bazaar.close)
  const bare = watch(bazaar.url, { once: true })
  expect(await bare.ended).toBe(4)
  expect(bare.lines.filter((line) => !line.endsWith('unknown'))).toEqual([])
  expect(bare.said[0]).toContain('--browser')
  const { lines, ended } = watch(bazaar.url, { once: true, browser: openBrowserLook(keeper) })
  expect(await ended).toBe(0)
  expect(lines.toSorted()).toEqual(
    ['8', '9', '9.5', '10', '11']
      .map((size) => `${size}: first -> ${size === '11' ? 'out' : 'in'}`)
      .toSorted(),
  )
})

test('the command prints JSON lines alone on stdout, and Ctrl-C ends it cleanly', async () => {
  const shop = await shopFor({ first: 'in' })
  const args = [
    '--url',
    shop.url(0),
    '--every',
    '100ms',
    '--json',
    '--data',
    mkdtempSync(join(tmpdir(), 'snpd-monitor-')),
  ]
  const command = run('scripts/monitor.ts', args)
  await expect.poll(() => command.said().split('\n').length, shows).toBe(3)
  process.kill(command.pid, 'SIGINT')
  const { code, out, err } = await command.ended
  expect([code, err]).toEqual([0, ''])
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { size: '9', state: 'in', before: null, price_minor: 15_000, currency: 'USD' },
    { size: '10', state: 'in', before: null },
  ])
  for (const { latency_ms, confidence, at } of lines) {
    expect(latency_ms).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeGreaterThan(0.5)
    expect(new Date(at).toISOString()).toBe(at)
  }
})
