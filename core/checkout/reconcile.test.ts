import { expect, test } from 'vitest'
import { matchOrder } from './reconcile.ts'

const since = new Date('2026-01-01T12:00:00Z')
const sought = { title: 'Court Low', totals: ['169.00'], since, known: ['A1'] }
const order = (number: string, text = 'Court Low Size 10 Total $169.00', at = '2026-01-01T12:00:01Z') => ({
  number,
  text,
  placedAt: new Date(at),
})

test('the one fresh order with this title and total is it', () => {
  expect(matchOrder([order('B2'), order('A1')], sought)).toMatchObject({
    kind: 'ordered',
    order: { number: 'B2' },
  })
})

test('earlier, known and other orders are not it', () => {
  const old = order('C3', undefined, '2026-01-01T11:00:00Z')
  expect(matchOrder([old, order('A1'), order('D4', 'Parade Mid $89.00')], sought)).toEqual({ kind: 'none' })
})

test('two candidates, or another total, are unclear', () => {
  expect(matchOrder([order('B2'), order('B3')], sought).kind).toBe('unclear')
  expect(matchOrder([order('B2', 'Court Low Total $338.00')], sought).kind).toBe('unclear')
})

test('a fresh order of this total whose item is not named could be it: never "none", which would allow a second one', () => {
  expect(matchOrder([order('E5', 'Order E5 $169.00')], sought).kind).toBe('unclear')
  expect(matchOrder([order('E5', 'Order E5, 2026-01-01')], sought).kind).toBe('unclear')
})

test('a larger amount that ends with the same digits is another total', () => {
  expect(matchOrder([order('B2', 'Court Low Total $1169.00')], sought).kind).toBe('unclear')
  expect(matchOrder([order('B2', 'Court Low Total $1,169.00')], sought).kind).toBe('unclear')
  expect(matchOrder([order('B2', 'Court Low Total USD169.00.')], sought).kind).toBe('ordered')
})
