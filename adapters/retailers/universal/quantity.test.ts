import { expect, test } from 'vitest'
import { quantityIn } from './quantity.ts'

test.each([
  ['Quay Low, size 10, Qty: 2', 2],
  ['Bocian Classic, rozmiar 42 × 1', 1],
  ['1 × 150 kr Trana', 1],
  ['2 x $150.00 Wren', 2],
  ['Trana Mid, storlek 42, 1 st', 1],
  ['Quantité : 3', 3],
  ['Wren Mid $150', undefined],
])('"%s" speaks of %s pairs', (block, pairs) => {
  expect(quantityIn([block])).toBe(pairs)
})
