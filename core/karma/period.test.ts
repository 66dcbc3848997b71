import { expect, test } from 'vitest'
import { periodKey, periodStart } from './period.ts'

const at = (text: string) => new Date(text)

test('a week runs from Monday to Sunday, UTC, and is named as ISO 8601 names it', () => {
  expect(periodStart('week', at('2026-11-22T23:59:59Z'))).toEqual(at('2026-11-16T00:00:00Z'))
  expect(periodStart('week', at('2026-11-23T00:00:00Z'))).toEqual(at('2026-11-23T00:00:00Z'))
  for (const [day, key] of [
    ['2026-11-23', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ] as const)
    expect(periodKey('week', at(`${day}T12:00:00Z`))).toBe(key)
})

test('a month and all of time', () => {
  expect(periodKey('month', at('2026-03-31T23:00:00-02:00'))).toBe('2026-04')
  expect(periodStart('month', at('2026-02-10T08:00:00Z'))).toEqual(at('2026-02-01T00:00:00Z'))
  expect(periodKey('all', at('2026-02-10T08:00:00Z'))).toBe('all')
  expect(periodStart('all', at('2026-02-10T08:00:00Z'))).toBeNull()
})
