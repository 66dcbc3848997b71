import { expect, test } from 'vitest'
import { checkPassword, isShort } from './password.ts'

const words = ['lena_k', 'lena@example.test', 'lena']
const choose = (password: string, besideWallet = false) => checkPassword(password, { words, besideWallet })

test.each([
  ['fourteen chars', /14 characters/],
  ['x'.repeat(3) + 'ab c'.repeat(32), /128 are the most/],
  ['correct horse battery staple', /attackers try first/],
  ['CorrectHorseBatteryStaple', /attackers try first/],
  ['sunshine12345678!', /attackers try first/],
  ['11119999sneaker2', /attackers try first/],
  ['abcabcabcabcabcabc', /repeats/],
  ['lena_k lena_k snpd1', /made of your name/],
])('refuses %s', async (password, reason) => {
  await expect(choose(password)).rejects.toThrow(reason)
})

test.each([
  ['seven g', /7 characters; it needs at least 8/],
  ['superman', /attackers try first/],
  ['Trustno1!', /attackers try first/],
  ['lena_k99', /made of your name/],
])('refuses %s also beside a wallet', async (password, reason) => {
  await expect(choose(password, true)).rejects.toThrow(reason)
})

test('takes eight characters beside a wallet, and says that they are few', async () => {
  await expect(choose('gr7 lamp', true)).resolves.toBeUndefined()
  expect([isShort('gr7 lamp'), isShort('seven green lamps at dawn')]).toEqual([true, false])
})

test.each(['seven green lamps at dawn', 'ключ под ковриком у двери', '  spaces are fine too  '])(
  'takes %s',
  async (password) => {
    await expect(choose(password)).resolves.toBeUndefined()
  },
)

test('counts characters, not code units', async () => {
  await expect(choose('👟🧵🪡🧦🎽👕👖🧣🧤🧥👗👘🥻🩱')).rejects.toThrow(/14 characters/)
})
