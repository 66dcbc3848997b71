import { expect, test } from 'vitest'
import { dayEnd, dayStart, epochEnd, epochOf } from './epoch.ts'

test('the day starts at midnight UTC', () => {
  const at = new Date('2026-03-01T00:30:00+02:00')
  expect(dayStart(at).toISOString()).toBe('2026-02-28T00:00:00.000Z')
  expect(dayEnd(at).toISOString()).toBe('2026-03-01T00:00:00.000Z')
})

test('an epoch is as many days as it says, and ends where the next begins', () => {
  const at = new Date('2026-05-01T12:00:00Z')
  const end = epochEnd(epochOf(at, 7), 7)
  expect(end > at && end.getTime() - at.getTime() <= 7 * 86_400_000).toBe(true)
  expect(epochOf(end, 7)).toBe(epochOf(at, 7) + 1)
  expect(epochOf(new Date(end.getTime() - 1), 7)).toBe(epochOf(at, 7))
  expect(end.getTime() % 86_400_000).toBe(0)
})
