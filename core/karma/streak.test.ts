import { expect, test } from 'vitest'
import { streakOf } from './streak.ts'

const now = new Date('2026-03-02T09:00:00Z')

test('days in a row count, over the ends of months and in any order', () => {
  expect(streakOf(['2026-03-01', '2026-02-28', '2026-03-02', '2026-02-28'], now)).toEqual({
    current: 3,
    longest: 3,
    today: true,
  })
})

test('a streak lives until the end of the day after its last act', () => {
  expect(streakOf(['2026-02-28', '2026-03-01'], now)).toEqual({ current: 2, longest: 2, today: false })
  expect(streakOf(['2026-02-27', '2026-02-28'], now)).toEqual({ current: 0, longest: 2, today: false })
  expect(streakOf(['2026-03-01'], new Date('2026-03-02T23:59:59Z')).current).toBe(1)
  expect(streakOf(['2026-03-01'], new Date('2026-03-03T00:00:00Z')).current).toBe(0)
})

test('a gap begins anew, and the longest stays known', () => {
  expect(streakOf(['2026-02-20', '2026-02-21', '2026-02-22', '2026-03-02'], now)).toEqual({
    current: 1,
    longest: 3,
    today: true,
  })
  expect(streakOf([], now)).toEqual({ current: 0, longest: 0, today: false })
})
