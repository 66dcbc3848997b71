import { expect, test } from 'vitest'
import { oddsOf, oddsWords } from './odds.ts'

test('a ticket that is in shares the prizes with the others; one that is not would make one more', () => {
  expect(oddsOf({ winners: 2, entries: 8 }, true)).toBe(0.25)
  expect(oddsOf({ winners: 2, entries: 7 }, false)).toBe(0.25)
  expect(oddsOf({ winners: 5, entries: 3 }, true)).toBe(1)
  expect(oddsOf({ winners: 1, entries: 0 }, false)).toBe(1)
})

test('odds are said as people say them', () => {
  expect(oddsWords({ winners: 2, entries: 24 }, true)).toBe('1 in 12')
  expect(oddsWords({ winners: 2, entries: 2 }, false)).toBe('2 in 3')
  expect(oddsWords({ winners: 3, entries: 1 }, false)).toBe('certain')
})
