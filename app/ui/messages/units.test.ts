import { expect, test } from 'vitest'
import { periodText } from './units.ts'

test('a time in the largest unit that fits it whole', () => {
  expect(periodText(30 * 86_400)).toBe('30 days')
  expect(periodText(86_400)).toBe('1 day')
  expect(periodText(36 * 3600)).toBe('36 hours')
  expect(periodText(90)).toBe('90 seconds')
})
