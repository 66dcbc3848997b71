import { expect, test } from 'vitest'
import { bidFees } from './fees.ts'

const market = { maxFee: 100n, maxPriorityFee: 2n }

test('a first transaction bids the market price', () => {
  expect(bidFees(market, null, false)).toEqual(market)
})

test('a replacement raises both fees by an eighth, rounded up, however small they are', () => {
  const previous = { maxFee: 200n, maxPriorityFee: 1n }
  expect(bidFees(market, previous, true)).toEqual({ maxFee: 225n, maxPriorityFee: 2n })
  const tiny = { maxFee: 1n, maxPriorityFee: 1n }
  expect(bidFees(tiny, tiny, true)).toEqual({ maxFee: 2n, maxPriorityFee: 2n })
})

test('a market that rose more than that is followed', () => {
  expect(bidFees(market, { maxFee: 50n, maxPriorityFee: 1n }, true)).toEqual(market)
})

test('what the pool dropped is bid again as it was, so that an outage of days does not raise the price', () => {
  const previous = { maxFee: 200n, maxPriorityFee: 3n }
  expect(bidFees(market, previous, false)).toEqual(previous)
})

test('raising ends at ten times the market, having risen by 12.5 % each time', () => {
  let bid = market
  for (;;) {
    const next = bidFees(market, bid, true)
    if (!next) break
    expect(next.maxFee * 1000n >= bid.maxFee * 1125n).toBe(true)
    expect(next.maxPriorityFee * 1000n >= bid.maxPriorityFee * 1125n).toBe(true)
    bid = next
  }
  expect(bid.maxFee).toBeLessThanOrEqual(1000n)
  expect(bid.maxFee).toBeGreaterThan(800n)
})
