import { expect, test } from 'vitest'
import { networkOf, networkShape, networks } from './networks.ts'

const HOUR = 3_600

test('every network is one by its own shape', () => {
  for (const network of Object.values(networks)) expect(networkShape.parse(network)).toEqual(network)
})

test('the chains are those we promise', () => {
  expect(Object.entries(networks).map(([id, { name }]) => `${name} ${id}`)).toEqual([
    'Ethereum 1',
    'Base 8453',
    'local 31337',
    'Arbitrum One 42161',
    'Base Sepolia 84532',
  ])
})

test.each([
  [1, 1 / 60, 1],
  [31_337, 1 / 60, 1],
  [8_453, 12, 14 * 24],
  [84_532, 12, 14 * 24],
  [42_161, 24, 14 * 24],
])(
  'the raffle margin of chain %i outlasts its clock, and ends before an undrawn raffle expires',
  (id, least, most) => {
    const hours = networkOf(id).raffle_margin / HOUR
    expect(hours).toBeGreaterThanOrEqual(least)
    expect(hours).toBeLessThan(most)
  },
)

test('only the local chain obeys a beacon whose key we know', () => {
  const own = Object.entries(networks).filter(([, { beacon }]) => beacon === 'local')
  expect(own.map(([id]) => id)).toEqual(['31337'])
})

test('what ADMIN does and what a vote decides waits everywhere', () => {
  for (const { admin_delay, vote } of Object.values(networks)) {
    expect(admin_delay).toBeGreaterThan(0)
    expect(vote.timelock).toBeGreaterThan(0)
  }
})

test('what a contract would refuse is refused before anything is sent', () => {
  const DAY = 24 * HOUR
  const margin = (raffle_margin: number) => networkShape.safeParse({ ...networkOf(1), raffle_margin }).success
  const window = (ruling_window: number) => networkShape.safeParse({ ...networkOf(1), ruling_window }).success
  expect([margin(14 * DAY - 1), margin(14 * DAY), margin(0)]).toEqual([true, false, false])
  expect([window(90 * DAY), window(90 * DAY + 1), window(0)]).toEqual([true, false, false])
})

test('an unknown chain is refused', () => {
  expect(() => networkOf(137)).toThrow(expect.objectContaining({ code: 'chain.unknown' }))
})
