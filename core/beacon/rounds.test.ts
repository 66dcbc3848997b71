import { expect, test } from 'vitest'
import { roundAfter, roundAt, timeOf } from './rounds.ts'

const clock = { genesis: 1_000, period: 3 }

test('round 1 is public at genesis, and nothing before', () => {
  expect([0, 999, 1_000, 1_002, 1_003].map((time) => roundAt(clock, time))).toEqual([0n, 0n, 1n, 1n, 2n])
})

test('the round after a time is strictly after: the same answers as the contract gives', () => {
  expect([0, 999, 1_000, 1_002, 1_003].map((time) => roundAfter(clock, time))).toEqual([1n, 1n, 2n, 2n, 3n])
})

test('a round is the newest from its time until the next one’s', () => {
  for (let round = 1n; round < 50n; round++) {
    expect(roundAt(clock, timeOf(clock, round))).toBe(round)
    expect(roundAt(clock, timeOf(clock, round) - 1)).toBe(round - 1n)
    expect(roundAfter(clock, timeOf(clock, round) - 1)).toBe(round)
  }
})
