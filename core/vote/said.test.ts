import { expect, test } from 'vitest'
import { shownSaid } from './said.ts'
import { MOST_SAID } from './text.ts'

const filters = [
  { kind: 'word', pattern: 'fool', act: 'hold' },
  { kind: 'word', pattern: 'slur', act: 'refuse' },
  { kind: 'link', pattern: 'scam.example.com', act: 'refuse' },
] as const

test('what a voter said is shown, and nothing said is nothing', () => {
  expect(shownSaid(' Boards make us hunt points. ', filters)).toBe('Boards make us hunt points.')
  expect(shownSaid('', filters)).toBe('')
})

test('words that a post would wait for, or not be let through with, are withheld', () => {
  expect(shownSaid('You fool', filters)).toBeNull()
  expect(shownSaid('What a slur', filters)).toBeNull()
  expect(shownSaid('See https://scam.example.com/now', filters)).toBeNull()
  expect(shownSaid('See https://bit.ly/now', filters)).toBeNull()
})

test('what was written to the chain past the page is cut to what the page takes, after it was judged as a whole', () => {
  expect(shownSaid('a'.repeat(MOST_SAID + 1), filters)).toHaveLength(MOST_SAID)
  expect(shownSaid(`${'a '.repeat(MOST_SAID)}slur`, filters)).toBeNull()
})
