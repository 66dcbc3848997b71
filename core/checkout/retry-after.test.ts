import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

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
