import { expect, test } from 'vitest'
import { quantityIn } from './quantity.ts'

test.each([
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
