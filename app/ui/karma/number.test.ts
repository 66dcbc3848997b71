import { expect, test } from 'vitest'
import { karma } from '../../../core/karma/amount.ts'
import { numberText } from './number.ts'

test('numbers of the rules are said with their unit, karma never in wei', () => {
  expect(numberText(String(karma(10)), 'wei')).toBe('10 karma')
  expect(numberText('3', 'times')).toBe('3 a day')
  expect(numberText('1', 'members')).toBe('1 member')
  expect(numberText('30', 'days')).toBe('30 days')
  expect(numberText('259200', 'seconds')).toBe('3 days')
  expect(numberText('90', 'seconds')).toBe('90 seconds')
})
