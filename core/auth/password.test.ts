import { expect, test } from 'vitest'
import { checkPassword } from './password.ts'

const refused = (password: string) => () => checkPassword(password, ['lena_k', 'lena@example.test', 'lena'])

test.each([
  ['fourteen chars', /14 characters/],
  ['x'.repeat(3) + 'ab c'.repeat(32), /128 are the most/],
  ['correct horse battery staple', /attackers try first/],
  ['CorrectHorseBatteryStaple', /attackers try first/],
  ['abcabcabcabcabcabc', /repeats/],
  ['lena_k lena_k snpd1', /made of your name/],
])('refuses %s', (password, reason) => {
  expect(refused(password)).toThrow(reason)
})

test.each(['seven green lamps at dawn', 'ключ под ковриком у двери', '  spaces are fine too  '])(
  'takes %s',
  (password) => {
    expect(refused(password)).not.toThrow()
  },
)

test('counts characters, not code units', () => {
  expect(refused('👟🧵🪡🧦🎽👕👖🧣🧤🧥👗👘🥻🩱')).toThrow(/14 characters/)
})
