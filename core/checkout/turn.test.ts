import { expect, test } from 'vitest'
import { HEAD_START_MINUTES, HIGHEST_TIER, turnOf } from './turn.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')
const turn = (passTier: number, minutesAgo: number) =>
  turnOf({ passTier, askedAt: new Date(noon - minutesAgo * 60_000) })

test('of those who ask in one minute, the higher tier goes first', () => {
  expect(turn(2, 0)).toBeLessThan(turn(1, 0))
  expect(turn(1, 0)).toBeLessThan(turn(0, 0))
})

test('of one tier, who asked earlier goes first', () => {
  for (const tier of [0, 1, 5]) expect(turn(tier, 1)).toBeLessThan(turn(tier, 0))
})

test('nobody starves: who waits longer than a head start goes before a higher tier that comes now', () => {
  expect(turn(1, 0)).toBeLessThan(turn(0, HEAD_START_MINUTES - 1))
  expect(turn(1, 0)).toBeGreaterThan(turn(0, HEAD_START_MINUTES + 1))
  expect(turn(255, 0)).toBeGreaterThan(turn(0, HIGHEST_TIER * HEAD_START_MINUTES + 1))
})

test('a turn is what the queue takes as a priority, today and in fifty years', () => {
  for (let year = 2026; year < 2076; year++) {
    const one = turnOf({ passTier: 3, askedAt: new Date(Date.UTC(year, 5, 1)) })
    expect(Number.isInteger(one) && one >= 1 && one <= 2_097_151).toBe(true)
  }
})
