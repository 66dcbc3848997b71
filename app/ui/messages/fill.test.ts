import { afterEach, expect, test } from 'vitest'
import { fill, plural } from './fill.ts'
import { inWords } from './in-words.ts'

const words = inWords('test', {
  hello: 'Hello {name}',
  pairs: { one: '1 pair', other: '{n} pairs' },
  sides: ['Against', 'For'],
})

afterEach(() => {
  globalThis.snpdWords = undefined
})

test('places are filled, and what has no value stays', () => {
  expect(fill(words.hello, { name: 'Nova' })).toBe('Hello Nova')
  expect(fill('{a} of {b}', { a: 0 })).toBe('0 of {b}')
})

test('a count takes its form', () => {
  expect([0, 1, 2].map((count) => plural(words.pairs, count))).toEqual(['0 pairs', '1 pair', '2 pairs'])
})

test('words read as the language that is on says them, however they are read', () => {
  const german = { hello: 'Hallo {name}', pairs: { one: '1 Paar', other: '{n} Paare' }, sides: ['Dagegen'] }
  globalThis.snpdWords = (part) => (part === 'test' ? german : undefined)
  expect(fill(words.hello, { name: 'Nova' })).toBe('Hallo Nova')
  expect(plural(words.pairs, 2)).toBe('2 Paare')
  expect(Object.entries(words)[0]).toEqual(['hello', 'Hallo {name}'])
  expect({ ...words }).toEqual(german)
  expect(inWords('other', { say: 'English' }).say).toBe('English')
  const sides = inWords('sides', ['Against', 'For'])
  globalThis.snpdWords = () => ['Dagegen', 'Dafür'] as never
  expect([sides[1], sides.map((side) => side.length)]).toEqual(['Dafür', [7, 5]])
})
