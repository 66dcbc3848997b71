import { expect, test } from 'vitest'
import { foldText, holdsWord } from './words.ts'

const holds = (text: string, word: string) => holdsWord(foldText(text), word)

test.each([
  'a scam here',
  'SCAM!',
  'ｓｃａｍ',
  'sсаm', // Cyrillic es and a
  'sc\u200bam',
  's\u0301cám',
  '5c4m',
  's c a m',
  's.c.a.m',
  's-c-a-m, all of it',
  's c a m a shoe',
  'scaaaaam',
  '\u202escam\u202c',
  '$cam',
])('a word is found however it is disguised: %s', (text) => {
  expect(holds(text, 'scam')).toBe(true)
})

test.each([
  ['class of 85', 'ass'],
  ['as soon as they open', 'ass'],
  ['scampi for lunch', 'scam'],
  ['a sock and a shoe', 'as'],
  ['the Scunthorpe store', 'cunt'],
  ['size 10, 11 and 12', 'scam'],
])('and not inside other words, or where a letter is missing: %s', (text, word) => {
  expect(holds(text, word)).toBe(false)
})

test('several words are one filter, whatever stands between them', () => {
  expect(holds('get FREE—karma now', 'free karma')).toBe(true)
  expect(holds('free of karma', 'free karma')).toBe(false)
})

test('a word of signs is taken as it is, and one of nothing is nowhere', () => {
  expect(holds('so a.b*c it is', 'a.b*c')).toBe(true)
  expect(holds('so axbbc it is', 'a.b*c')).toBe(false)
  expect(holds('one-of-one', 'one-of-one')).toBe(true)
  expect(holds('anything', '\u200b \u0301')).toBe(false)
})

test('no text takes long, whatever its letters are', () => {
  const text = foldText('aaaa '.repeat(500) + 'a.'.repeat(1_000) + 'a'.repeat(2_000))
  expect(holdsWord(text, 'aaaa aaaa aaaab')).toBe(false)
})
