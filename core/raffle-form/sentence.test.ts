import { expect, test } from 'vitest'
import { sentenceSaying, sentencesOf } from './sentence.ts'

const entered = /already entered/i

test('a sentence is quoted that says it outright', () => {
  const text = 'One entry per person.\nOops! You have already entered this draw. Good luck.'
  expect(sentenceSaying(text, entered)).toBe('You have already entered this draw.')
})

test.each([
  'If you have already entered, further entries are void.',
  'Emails that have already entered are refused.',
])('rules speak of cases: %s', (rule) => {
  expect(sentenceSaying(rule, entered)).toBeUndefined()
  expect(sentenceSaying(`${rule} You have already entered.`, entered)).toBe('You have already entered.')
})

test('sentences of a language without spaces are apart', () => {
  expect(sentencesOf('応募が完了しました。結果はメールで。')).toEqual([
    '応募が完了しました。',
    '結果はメールで。',
  ])
})
