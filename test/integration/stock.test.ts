import { expect, test } from 'vitest'
import { readStock } from '../../core/stock/read.ts'
import { allCases } from '../fixtures/shops/bazaar/list.ts'
import { productPage } from '../fixtures/shops/bazaar/pages.ts'
import { gone, openStore, PRICE, sizes } from '../fixtures/shops/bazaar/store.ts'
import { oddShops } from '../fixtures/shops/odd/pages.ts'

// The product pages of the test shops as their servers send them, read without a browser.

const pages = allCases.filter(({ options }) => options.rendering === 'server')

test.each(pages.map(({ options }) => [options.name, options] as const))('%s', (_, options) => {
  const read = readStock({ text: productPage(openStore(options), null) })
  const states = new Map(read.map(({ size, state }) => [size, state]))
  // Metadata against what is merely listed: nobody knows before a browser has run the page.
  const listed = options.lies === 'stock' ? 'unknown' : 'in'
  for (const size of sizes.filter((each) => each !== gone)) expect(states.get(size), size).toBe(listed)
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
