import { expect, test } from 'vitest'
import { bidFees } from './fees.ts'

const market = { maxFee: 100n, maxPriorityFee: 2n }

test('a first transaction bids the market price', () => {
  expect(bidFees(market, null)).toEqual(market)
})

test('a replacement raises both fees by an eighth, rounded up, however small they are', () => {
  expect(bidFees(market, { maxFee: 200n, maxPriorityFee: 1n })).toEqual({ maxFee: 225n, maxPriorityFee: 2n })
  expect(bidFees({ maxFee: 1n, maxPriorityFee: 1n }, { maxFee: 1n, maxPriorityFee: 1n })).toEqual({
    maxFee: 2n,
    maxPriorityFee: 2n,
  })
})

test('a market that rose more than that is followed', () => {
  expect(bidFees(market, { maxFee: 50n, maxPriorityFee: 1n })).toEqual(market)
})

test('a hundred replacements always rise by at least 12.5 %', () => {
  let bid = { maxFee: 7n, maxPriorityFee: 3n }
  for (let n = 0; n < 100; n++) {
    const next = bidFees(market, bid)
    expect(next.maxFee * 1000n >= bid.maxFee * 1125n).toBe(true)
    expect(next.maxPriorityFee * 1000n >= bid.maxPriorityFee * 1125n).toBe(true)
    bid = next
  }
})
