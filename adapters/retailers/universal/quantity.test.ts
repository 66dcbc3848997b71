import { expect, test } from 'vitest'
import { quantityIn, quantityOf } from './quantity.ts'

test.each([
  ['Quay Low, size 10, Qty: 2', 2],
  ['Bocian Classic, rozmiar 42 × 1', 1],
  ['1 × 150 kr Trana', 1],
  ['2 x $150.00 Wren', 2],
  ['Trana Mid, storlek 42, 1 st', 1],
  ['Quantité : 3', 3],
  ['Okta Parade - 10 × 1 $110.00', 1],
  ['Okta Parade - 10 × 2', 2],
  ['Tern High, size 10, 1 × $150.00', 1],
  ['Tern High, 2 × 150,00 €', 2],
  ['Tern High, 1 × 150 kr', 1],
  ['Tern High ×1', 1],
  ['Tern High Qty: 3', 3],
])('%s: %i', (block, pairs) => {
  expect(quantityIn([block])).toBe(pairs)
})

test('the most of several blocks; none says nothing', () => {
  expect(quantityIn(['Tern Qty 1', 'Tern Qty 2'])).toBe(2)
  expect(quantityIn(['Tern High, size 10'])).toBeUndefined()
})

test('a number in the name of the pair counts nothing', () => {
  const facts = { title: 'Heron x 2 Low' } as Parameters<typeof quantityOf>[0]['facts']
  expect(quantityOf({ facts }, ['Heron x 2 Low, size 10, Qty 1'])).toBe(1)
  expect(quantityOf({ facts }, ['Heron x 2 Low, size 10'])).toBeUndefined()
})
