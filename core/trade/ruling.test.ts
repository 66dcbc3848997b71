import { expect, test } from 'vitest'
import { drawJury, JURY_SEATS, jurySeed, verdictOf } from './jury.ts'
import { isAgainst, sides, slashCode, slashedOf, slashes } from './ruling.ts'

test('a ruling means the same to the contract and here, whoever put up the first bond', () => {
  for (const proposer of sides)
    for (const slashed of slashes) expect(slashedOf(slashCode(slashed, proposer), proposer)).toBe(slashed)
  expect(slashCode('maker', 'maker')).toBe(1)
  expect(slashCode('maker', 'taker')).toBe(2)
  expect([isAgainst('both', 'maker'), isAgainst('taker', 'maker'), isAgainst('nobody', 'taker')]).toEqual([
    true,
    false,
    false,
  ])
})

const pool = Array.from({ length: 40 }, (_, number) => `member-${number}`)
const randomness = `0x${'5a'.repeat(32)}` as const

test('a jury is the same for everyone who has the list and the round, and another for another trade', () => {
  const seated = drawJury(jurySeed(randomness, 'trade-1'), pool)
  expect(seated).toHaveLength(JURY_SEATS)
  expect(new Set(seated).size).toBe(JURY_SEATS)
  expect(drawJury(jurySeed(randomness, 'trade-1'), pool.toReversed())).toEqual(seated)
  expect(drawJury(jurySeed(randomness, 'trade-2'), pool)).not.toEqual(seated)
})

test('of few members all sit', () => {
  expect(drawJury(jurySeed(randomness, 'trade-1'), ['b', 'a', 'c']).sort()).toEqual(['a', 'b', 'c'])
  expect(drawJury(jurySeed(randomness, 'trade-1'), [])).toEqual([])
})

test('more than half of all seats decide, not of those who voted', () => {
  expect(verdictOf(['maker', 'maker', null, null, null])).toBeUndefined()
  expect(verdictOf(['maker', 'maker', 'maker', null, null])).toBe('maker')
  expect(verdictOf(['maker', 'maker', 'taker', 'taker'])).toBeUndefined()
  expect(verdictOf([])).toBeUndefined()
})
