import { expect, test } from 'vitest'
import { whenText } from './when.ts'

const zone = 'America/Chicago'
const text = (change: object) =>
  whenText({ starts_at: '2026-05-09T15:00:00Z', ends_at: null, whole_day: false, zone, ...change }).replace(
    /\s/g,
    ' ',
  )

test('when it is, on the clock of the place', () => {
  expect(text({})).toBe('Sat, May 9, 10:00 AM CDT')
  expect(text({ ends_at: '2026-05-09T17:30:00Z' })).toBe('Sat, May 9, 10:00 AM to 12:30 PM CDT')
  expect(text({ ends_at: '2026-05-10T17:30:00Z' })).toBe('Sat, May 9, 10:00 AM to Sun, May 10, 12:30 PM CDT')
  expect(text({ zone: 'Pacific/Auckland' })).toBe('Sun, May 10, 3:00 AM GMT+12')
  expect(text({ whole_day: true })).toBe('Sat, May 9, no hour given')
})
