import { expect, test } from 'vitest'
import type { Alert } from '../alert/shape.ts'
import { wordsOf } from './words.ts'

const common = { seq: 1, id: '0', written_at: '2026-11-23T10:00:00.000Z' }
const place = { sneaker: { brand: 'Marlow', name: 'Court 84' }, store: { name: 'Corner' } }
const restock = (change: object = {}) =>
  ({
    ...{ ...common, ...place, kind: 'restock', restock_id: 'r-1', size: '9.5', state: 'in' },
    ...{ price_minor: 11_000, currency: 'USD', confidence: 0.9, ...change },
  }) as Alert
const drop = { ...common, ...place, kind: 'drop', drop_id: '1' } as Alert
const award = { ...common, kind: 'award', member_id: '1', award_id: '2' } as Alert
const purchase = { ...common, kind: 'purchase', member_id: '1', request_id: '2', state: 'ordered' } as Alert
const words = (...alerts: Alert[]) => wordsOf({ id: '0', alerts })

test('a restock names the pair, its size if it has one, the shop and the price, and leads to itself', () => {
  expect(words(restock())).toEqual({
    ...{ title: 'Marlow Court 84, size 9.5', body: 'Corner · $110.00', path: '/restocks?restock=r-1' },
  })
  expect(words(restock({ size: '' })).title).toBe('Marlow Court 84')
  expect(words(restock({ price_minor: null, confidence: 0.4 })).body).toBe('Corner · not sure yet')
})

test('what can only be ordered ahead is never said to be there', () => {
  expect(words(restock({ state: 'preorder' })).body).toBe('Corner · to be ordered ahead · $110.00')
})

test('several lead to the page that they are all on; restocks before the others', () => {
  const paths = [
    [award, award],
    [drop, drop],
    [restock(), restock({ restock_id: 'r-2' })],
    [award, restock()],
  ]
  expect(paths.map((alerts) => words(...alerts).path)).toEqual([
    '/ledger',
    '/drops',
    '/restocks',
    '/restocks',
  ])
  expect(words(award, purchase).path).toBe('/')
  expect(words(purchase, purchase).path).toBe('/checkouts/2')
})

test('a digest says how many there are and the first five', () => {
  const { title, body } = words(...Array.from({ length: 7 }, () => award))
  expect([title, body.split('\n').length, body.split('\n').at(-1)]).toEqual(['7 alerts', 6, 'and 2 more'])
})
