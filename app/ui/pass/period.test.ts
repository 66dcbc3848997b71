import { expect, test } from 'vitest'
import { periodWords } from './period.ts'

test('a time in the largest unit that fits it whole', () => {
  expect(periodWords(30 * 86_400)).toBe('30 days')
  expect(periodWords(86_400)).toBe('1 day')
  expect(periodWords(36 * 3600)).toBe('36 hours')
  expect(periodWords(90)).toBe('90 seconds')
})
