import { expect, test } from 'vitest'
import { alertFilterShape } from '../../../core/alert/filter.ts'
import { askedOf, chosenOf, newsOf, restockHref, restocksHref, restocksPath } from './asked.ts'

const id = '00000000-0000-7000-8000-000000000001'
const all = {
  sneaker: id,
  size: '7W',
  store: id,
  city: '852a100ffffffff',
  source: 'monitor',
  open: 'true',
} as const

test('an address says all parts of a list, and comes back from the list', () => {
  expect(askedOf({ ...all, size: ' 7w ' })).toEqual(all)
  expect(askedOf(Object.fromEntries(new URL(restocksHref(all), 'http://a').searchParams))).toEqual(all)
  expect(restocksHref({})).toBe('/restocks')
})

test('an address of one restock names it, and no list', () => {
  const said = Object.fromEntries(new URL(restockHref(id), 'http://a').searchParams)
  expect([chosenOf(said), askedOf(said)]).toEqual([id, {}])
  expect([chosenOf({}), chosenOf({ restock: 'x' }), chosenOf({ restock: [id, id] })]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('what cannot be read is left out', () => {
  const wrong = {
    sneaker: 'x',
    size: '10,5',
    store: [id, id],
    city: '892a100ffffffff',
    source: 'me',
    open: '1',
  }
  expect(askedOf(wrong)).toEqual({})
})

test('the list and its news are of the same pair, size, shop and city', () => {
  expect(restocksPath(all, id)).toBe(
    `/restocks?limit=30&sneaker_id=${id}&size=7W&store_id=${id}&cell=${all.city}&source=monitor&open_only=true&before=${id}`,
  )
  const news = alertFilterShape.parse(newsOf(all))
  expect(news).toEqual({ sneaker_id: id, size: '7W', store_id: id, cells: [all.city] })
  expect(alertFilterShape.parse(newsOf({}))).toEqual({})
})
