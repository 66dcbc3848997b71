import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { variantId } from '../sites/shopify/simulator/goods.ts'
import { shopifySimulator as site } from '../sites/shopify/simulator/site.ts'
import { startSimulation } from './server.ts'
import type { Scenario } from './shop.ts'

// What a simulator sees of a guest without manners: were it blind, the suite of the adapters would prove nothing.

type Said = { status: number; body: string }
type Ask = { form?: Record<string, string>; agent?: string; isPage?: boolean; method?: string }

/** A guest without a browser, who keeps the cookie; as a page unless told otherwise. */
function newGuest(origin: string) {
  let cookie = ''
  return (path: string, { form, agent = 'SNPD/0.1', isPage = true, method = 'GET' }: Ask = {}) =>
    new Promise<Said>((resolve, reject) => {
      const headers = {
        ...{ cookie, 'user-agent': agent, 'sec-fetch-dest': isPage ? 'document' : 'empty' },
        'content-type': 'application/x-www-form-urlencoded',
      }
      const asked = request(origin + path, { method: form ? 'POST' : method, headers }, async (answer) => {
        cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
        let body = ''
        for await (const part of answer) body += String(part)
        resolve({ status: answer.statusCode ?? 0, body })
      })
      asked.once('error', reject)
      asked.end(form ? new URLSearchParams(form).toString() : '')
    })
}

async function open(scenario: Scenario = 'plain') {
  const simulation = await startSimulation(site, scenario)
  onTestFinished(simulation.close)
  const { shop, origin } = simulation
  const guest = newGuest(origin)
  return { shop, origin, guest, ask: guest }
}

const add = { form: { id: variantId('10'), quantity: '1' } }
const buyer = { email: 'kim@example.org', zip: '97201', payment: 'card', delivery: 'standard' }

test('a guest with manners is noted for nothing, and orders one pair for the exact total', async () => {
  const { ask, shop } = await open()
  await ask('/robots.txt', { isPage: false })
  await ask(site.entry)
  await ask('/cart/add', add)
  await ask('/checkouts/complete', { form: buyer, isPage: false })
  expect(shop.violations).toEqual([])
  expect(shop.orders).toMatchObject([{ number: '1041', size: '10', quantity: 1, total: 12_999 + 690 + 650 }])
})

test('no name, and pages before robots.txt', async () => {
  const { ask, shop } = await open()
  await ask(site.entry, { agent: 'Mozilla/5.0' })
  expect(shop.violations).toEqual([
    expect.stringContaining('no name'),
    expect.stringContaining('robots.txt not asked for first'),
  ])
})

test('two guests who take turns, and two pages at once', async () => {
  const { origin, shop } = await open()
  const [one, two] = [newGuest(origin), newGuest(origin)]
  await one('/robots.txt', { isPage: false })
  for (const guest of [one, two]) for (const path of ['/', site.entry]) await guest(path)
  expect(shop.violations).toEqual([])
  await one('/cart')
  expect(shop.violations).toEqual([expect.stringContaining('two guests at once')])
  await Promise.all([two('/'), two('/cart')])
  expect(shop.violations.at(-1)).toContain('two pages at once')
})

test('a reload in the waiting room; looking before the launch, or asking for the pair', async () => {
  const room = await open('queue')
  for (const path of ['/robots.txt', site.entry, site.entry]) await room.ask(path)
  expect(room.shop.violations).toEqual([expect.stringContaining('reloaded in the waiting room')])
  const launch = await open('launch')
  for (const path of ['/robots.txt', site.entry, site.entry, site.entry]) await launch.ask(path)
  await launch.ask('/cart/add', add)
  expect(launch.shop.violations).toEqual([
    'looked again and again before the launch',
    expect.stringContaining('asked for the pair before its sale'),
  ])
})

test('anything after a challenge', async () => {
  const { ask, shop } = await open('challenge')
  await ask('/robots.txt')
  expect((await ask('/checkout')).status).toBe(403)
  await ask('/cart')
  expect(shop.violations).toEqual(['went on after a challenge: GET /cart'])
})

test('two pairs, a newsletter, an extra, nobody', async () => {
  const { ask, shop } = await open()
  await ask('/robots.txt')
  await ask('/cart/add', { form: { id: variantId('10'), quantity: '2' } })
  await ask('/checkouts/complete', { form: { news: '1', extra: '1' }, isPage: false })
  const what = shop.violations.map((each) => each.replace(/^\d+: /, ''))
  expect(what).toEqual([
    '2 pairs',
    'news that nobody asked for',
    'an extra that nobody asked for',
    'no email',
    'no zip',
  ])
})

test('a card is kept nowhere', async () => {
  const { ask, shop } = await open()
  await ask('/robots.txt')
  await ask('/cart/add', add)
  const card = { card: '4111111111111111', code: '123', expiry: '04/31', year: '2031' }
  await ask('/checkouts/complete', { form: { ...buyer, ...card }, isPage: false })
  const kept = JSON.stringify([shop.orders, [...shop.sessions.values()], shop.violations])
  expect(shop.orders).toHaveLength(1)
  expect(kept).not.toMatch(/4111|"123"|04\/31|2031/)
})
