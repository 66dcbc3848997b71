import { describe, expect, test } from 'vitest'
import { readStock } from '../../core/stock/read.ts'
import { liars } from '../fixtures/shops/stock-wild/liars.ts'
import { oddities } from '../fixtures/shops/stock-wild/oddities.ts'
import type { StockPage } from '../fixtures/shops/stock-wild/shape.ts'
import { signs } from '../fixtures/shops/stock-wild/signs.ts'
import { states } from '../fixtures/shops/stock-wild/states.ts'
import { tongues } from '../fixtures/shops/stock-wild/tongues.ts'

// Product pages of unlike shops as their servers send them, read without a browser: what is not so is never said.

function check({ html, url, truth, price, currency }: StockPage): void {
  const read = readStock({ text: html, url })
  expect(Object.fromEntries(read.map(({ size, state }) => [size, state]))).toEqual(truth)
  if (price !== undefined) {
    const wanted = (size: string) => (typeof price === 'object' ? price?.[size] : price)
    for (const { size, priceMinor } of read)
      if (wanted(size) !== undefined) expect([size, priceMinor]).toEqual([size, wanted(size) ?? null])
  }
  if (currency !== undefined) for (const each of read) expect(each.currency).toBe(currency)
}

describe.each([
  ['metadata that lies', liars],
  ['languages, systems and prices', tongues],
  ['signs that are no words', signs],
  ["the data of a page's scripts", states],
  ['what else is on a page', oddities],
] as const)('%s', (_, pages) => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, page) => check(page))
})
