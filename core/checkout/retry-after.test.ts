import { expect, test } from 'vitest'
import { parseRetryAfter, saidAt } from './retry-after.ts'

const now = Date.UTC(2026, 10, 23, 2, 0, 0)

test.each([
  ['3', 3_000],
  [' 0 ', 0],
  ['Mon, 23 Nov 2026 02:00:05 GMT', 5_000],
  ['Mon, 23 Nov 2026 01:00:00 GMT', 0],
  [undefined, null],
  ['', null],
  ['soon', null],
  ['-1', null],
  ['1.5', null],
])('Retry-After %j asks for %j ms', (value, ms) => {
  expect(parseRetryAfter(value, now)).toBe(ms)
})

test('an answer is as old as it says itself, whatever our clock says', () => {
  const date = 'Mon, 23 Nov 2026 02:40:00 GMT'
  const retryAfter = 'Mon, 23 Nov 2026 02:40:07 GMT'
  expect(parseRetryAfter(retryAfter, saidAt(date, now))).toBe(7_000)
  expect([saidAt(undefined, now), saidAt('soon', now)]).toEqual([now, now])
})
