import { expect, test } from 'vitest'
import type { Stock } from '../../../core/monitor/stock.ts'
import { gridOf } from './grid.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1, 12, 0, seconds)).toISOString()
const store = (name: string): Stock['store'] => ({
  ...{ id: '00000000-0000-7000-8000-000000000001', slug: name, name },
  ...{ city: null, state: null, latitude: null, longitude: null },
})
const cell = (name: string, size: string, seconds = 0): Stock => ({
  ...{
    store: store(name),
    url: `https://${name}.example/p`,
    size,
    label: size,
    state: 'in',
    price_minor: null,
  },
  ...{ currency: null, evidence: 'in stock', confidence: 1, since: at(0), seen_at: at(seconds) },
})

test('sizes are in the order of their numbers, whoever names them', () => {
  const stock = [
    ...['10', '7W', '9.5', '7', ''].map((size) => cell('a', size)),
    cell('b', '8'),
    cell('b', '10'),
  ]
  expect(gridOf(stock).sizes).toEqual(['7', '7W', '8', '9.5', '10', ''])
})

test('a shop has the cells that it names, and the time of the newest', () => {
  const { shops } = gridOf([cell('a', '9', 5), cell('a', '10', 9), cell('b', '10', 1)])
  expect(shops.map(({ seenAt, bySize }) => [seenAt, [...bySize.keys()]])).toEqual([
    [at(9), ['9', '10']],
    [at(1), ['10']],
  ])
})

test('of nothing known there is an empty grid', () => {
  expect(gridOf([])).toEqual({ sizes: [], shops: [] })
})
