import { expect, test } from 'vitest'
import { secondsText } from './seconds.ts'

test.each([
  [0, '0 ms'],
  [0.84, '840 ms'],
  [0.9996, '1.0 s'],
  [3.21, '3.2 s'],
  [9.96, '10 s'],
  [119, '119 s'],
  [720, '12 min'],
  [7_300, '2 h'],
  [400_000, '5 d'],
])('%d seconds are %s', (seconds, text) => {
  expect(secondsText(seconds)).toBe(text)
})
