import { expect, test } from 'vitest'
import { discountOfWord } from './busy.ts'

const word = (...vouchers: string[]) =>
  discountOfWord({ discount: 9_900, members: ['a', 'b', 'c'], vouchers, busy: new Set(['bot']) })

test('a circle loses by its own word, and by that of those who confirm everything', () => {
  expect(word('b', 'c', 'bot')).toEqual({ act: 9_900, first: 9_900 })
})

test('one outsider is paid for their own word and lifts nothing off the act, two lift all of it', () => {
  expect(word('b', 'x')).toEqual({ act: 9_900, first: 0 })
  expect(word('x', 'bot')).toEqual({ act: 9_900, first: 0 })
  expect(word('b', 'x', 'y')).toEqual({ act: 0, first: 0 })
})
