import { expect, test, vi } from 'vitest'
import { untilNext } from './hooks.ts'

test('the next question is at the first moment that is named, never in a rush, and never too late for a timer', () => {
  vi.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') })
  try {
    expect(untilNext([])).toBe(false)
    expect(untilNext(['2026-05-01T12:10:00Z', '2026-05-01T12:00:30Z'])).toBe(30_000)
    expect(untilNext(['2026-05-01T11:59:59Z'])).toBe(1000)
    expect(untilNext(['2027-05-01T12:00:00Z'])).toBe(2 ** 31 - 1)
  } finally {
    vi.useRealTimers()
  }
})
