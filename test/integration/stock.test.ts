import { afterAll, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { readPageStock } from '../../adapters/retailers/universal/stock.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import { readStock } from '../../core/stock/read.ts'
import type { SizeStock } from '../../core/stock/shape.ts'
import { allCases } from '../fixtures/shops/bazaar/list.ts'
import { plainShop } from '../fixtures/shops/bazaar/options.ts'
import { productPage } from '../fixtures/shops/bazaar/pages.ts'
import { startBazaar } from '../fixtures/shops/bazaar/server.ts'
import { gone, openStore, PRICE, sizes } from '../fixtures/shops/bazaar/store.ts'
import { oddShops } from '../fixtures/shops/odd/pages.ts'

import { startOdd } from '../fixtures/shops/odd/server.ts'
import { startPlatform } from '../fixtures/shops/platforms/server.ts'
import { soundShop } from '../fixtures/shops/platforms/shape.ts'
import { testBrowser } from '../support/browser.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())
const nobody = { email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' }

// The product pages of the test shops as their servers send them, read without a browser.

const pages = allCases.filter(({ options }) => options.rendering === 'server')

test.each(pages.map(({ options }) => [options.name, options] as const))('%s', (_, options) => {
  const read = readStock({ text: productPage(openStore(options), null) })
  const states = new Map(read.map(({ size, state }) => [size, state]))
  for (const size of sizes.filter((each) => each !== gone)) expect(states.get(size), size).toBe('in')
  expect(states.get(gone)).toBe(options.out === 'vanished' && options.lies === 'none' ? undefined : 'out')
  const price = read.find(({ size }) => size === '10')?.priceMinor
  const written = options.lies === 'price' ? PRICE[options.currency] / 2 : PRICE[options.currency]
  expect(price).toBe(options.lies === 'none' ? null : written)
})

const drawnByScript = oddShops.filter(({ name }) => /shadow/.test(name))

test.each(oddShops.map((shop) => [shop.name, shop] as const))('%s', (_, shop) => {
  const read = readStock({ text: shop.pages[shop.product] ?? '' })
  const states = Object.fromEntries(read.map(({ size, state }) => [size, state]))
  expect(states).toEqual(drawnByScript.includes(shop) ? {} : { 9: 'in', 10: 'in' })
})

async function readLive(url: string) {
  const { page, close } = await openShopPage(await keeper.get(), { origins: [new URL(url).origin] })
  try {
    const productUrl = new URL(url)
    const walk = beginWalk({ page, productUrl, size: '', buyer: nobody, payment: async () => null })
    await universalAdapter.walk.find(walk)
    return await readPageStock(walk)
  } finally {
    await close()
  }
}

const statesOf = (read: SizeStock[]) => Object.fromEntries(read.map(({ size, state }) => [size, state]))

test('in a browser: sizes that a script draws late, and metadata that lies about them', async () => {
  const bazaar = await startBazaar({ ...plainShop, rendering: 'spa', lies: 'stock' })
  const read = await readLive(bazaar.url)
  await bazaar.close()
  expect(statesOf(read)).toEqual({ 8: 'in', 9: 'in', 9.5: 'in', 10: 'in', 11: 'out' })
})

test('in a browser: sizes in a shadow root', async () => {
  const [shadow] = drawnByScript
  const odd = await startOdd(shadow ?? { name: '', product: '', pages: {} })
  const read = await readLive(odd.url)
  await odd.close()
  expect(statesOf(read)).toEqual({ 9: 'in', 10: 'in', 11: 'in' })
})

test.each(['shopify', 'woocommerce'] as const)(
  "in a browser: %s's own list where the page draws a picture",
  async (software) => {
    const shop = await startPlatform({ ...soundShop, software })
    const read = await readLive(shop.url)
    await shop.close()
    expect(statesOf(read)).toEqual({ 9: 'in', 10: 'in', 11: 'out' })
    expect(read.find(({ size }) => size === '10')).toMatchObject({
      evidence: 'list "10": in',
      priceMinor: 15_000,
    })
  },
  240_000,
)
