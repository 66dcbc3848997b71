import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { shippedRuleset } from './rules.ts'
import { isTrusted, nextLevel, trustLevel } from './trust.ts'

const now = new Date('2026-06-01T12:00:00Z')
const needs = shippedRuleset.trust
const after = (days: number, earned: number) => ({
  earned: karma(earned),
  joinedAt: new Date(now.getTime() - days * 86_400_000),
  now,
})

test.each([
  [0, 0, 'new'],
  [6, 10_000, 'new'],
  [400, 49, 'new'],
  [7, 50, 'regular'],
  [29, 500, 'regular'],
  [30, 500, 'trusted'],
  [89, 2_000, 'trusted'],
  [90, 2_000, 'steward'],
])('%i days and %i karma earned are %s', (days, earned, level) => {
  expect(trustLevel(needs, after(days, earned))).toBe(level)
})

test('a level is never reached over one that was not: a vote that swaps two does not lift anyone', () => {
  const swapped = { ...needs, regular: needs.steward, steward: needs.regular }
  expect(trustLevel(swapped, after(10, 60))).toBe('new')
})

test('what the next level takes counts down to nothing', () => {
  expect(nextLevel(needs, after(3, 20))).toEqual({
    level: 'regular',
    needs: needs.regular,
    missing: { earned: karma(30), days: 4 },
  })
  expect(nextLevel(needs, after(3, 60))?.missing).toEqual({ earned: 0n, days: 4 })
  expect(nextLevel(needs, after(1_000, 5_000))).toBeNull()
})

test('each level has what those below have', () => {
  expect(isTrusted('trusted', 'regular')).toBe(true)
  expect(isTrusted('new', 'regular')).toBe(false)
})

test('a clock that went back makes nobody older', () => {
  expect(trustLevel(needs, after(-5, 5_000))).toBe('new')
  expect(nextLevel(needs, after(-5, 5_000))?.missing.days).toBe(7)
})
