import { get } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { SNPD_AGENT } from '../../adapters/agent.ts'
import { readStock } from '../../core/stock/read.ts'
import { type StockShopOptions, startStockShop, type Telling } from '../support/stock-shop.ts'

const agent = { 'user-agent': SNPD_AGENT }
async function open(options: StockShopOptions) {
  const shop = await startStockShop(options)
  onTestFinished(shop.close)
  return shop
}
const read = (text: string) =>
  Object.fromEntries(readStock({ text, currency: 'USD' }).map(({ size, state }) => [size, state]))
const fetchText = async (url: string) => (await fetch(url, { headers: agent })).text()

test.each<[Telling, (url: string) => string]>([
  ['page', (url) => url],
  ['vanish', (url) => url],
  ['woo', (url) => url],
  ['shopify', (url) => `${url}.js`],
  ['woo', (url) => `${new URL(url).origin}/wp-json/wc/store/v1/products?parent[]=0&type=variation`],
])('what a shop that tells by %s has is read as it is, before and after a change', async (telling, at) => {
  const shop = await open({ telling, sizes: ['9', '10'], first: 'in' })
  expect(read(await fetchText(at(shop.url(0))))).toEqual({ 9: 'in', 10: 'in' })
  shop.set(0, { 10: 'out' })
  const left = telling === 'vanish' ? { 9: 'in' } : { 9: 'in', 10: 'out' }
  expect(read(await fetchText(at(shop.url(0))))).toEqual(left)
  expect(shop.flips).toMatchObject([{ size: '10', before: 'in', after: 'out', version: 2 }])
})

test('a page that did not change is a 304 for who asks with its validator, and counted', async () => {
  const shop = await open({ first: 'in' })
  const first = await fetch(shop.url(0), { headers: agent })
  await first.text()
  const headers = { ...agent, 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await fetch(shop.url(0), { headers })).status).toBe(304)
  shop.set(0, { 9: 'out' })
  expect((await fetch(shop.url(0), { headers })).status).toBe(200)
  await fetchText(shop.url(0))
  expect(shop.guests).toMatchObject({ pages: 4, notModified: 1, unconditional: 1, violations: 0 })
})

test('it holds against its guests what they do wrong', async () => {
  const rules = { burst: 6, perSecond: 0.01, forbidden: ['/products/p1'] }
  const shop = await open({ products: 2, rules })
  shop.suffer({ kind: 'slow', ms: 100 })
  await Promise.all([fetchText(shop.url(0)), fetchText(shop.url(0))])
  shop.suffer({ kind: 'status', status: 429, retryAfter: 60 })
  await fetchText(shop.url(0))
  shop.heal()
  await fetchText(shop.url(1))
  await (await fetch(shop.url(0))).text()
  await fetchText(shop.url(0))
  await fetchText(shop.url(0))
  const told = shop.guests.told.map((each) => each.replace(/\d+ ms/, 'N ms').replace(/:.*| ".*/, ''))
  expect(told).toEqual([
    'at the same time as another',
    ...['forbidden by robots.txt', 'N ms before Retry-After is over'],
    ...['N ms before Retry-After is over', 'User-Agent'],
    'N ms before Retry-After is over',
    ...['over the budget', 'N ms before Retry-After is over'],
  ])
})

test('a guest who hung up is not there any more', async () => {
  const shop = await open({})
  shop.suffer({ kind: 'hang' })
  for (let times = 1; times <= 3; times++) {
    const asked = get(shop.url(0), { headers: agent, agent: false })
    const over = new Promise((resolve) => asked.once('error', resolve))
    await expect.poll(() => shop.guests.pages).toBe(times)
    asked.destroy()
    await over
  }
  expect(shop.guests).toMatchObject({ pages: 3, violations: 0 })
})
