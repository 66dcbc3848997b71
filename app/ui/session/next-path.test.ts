import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test('keeps our own paths', () => {
  expect(nextPath('/drops/dunk?x=1')).toBe('/drops/dunk?x=1')
})

test('never leads to another site', () => {
  expect(
    [null, undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example'].map(nextPath),
  ).toEqual(Array(6).fill('/'))
})
