import { expect, test } from 'vitest'
import { words } from './words.ts'

test.each([
  'Ich bin kein Roboter',
  'Bitte bestätigen Sie, dass Sie ein Mensch sind.',
  'Please confirm you are not a robot',
  'Verify you are human',
  'Confirmez que vous êtes humain',
  'Slide to verify',
  'Type the characters you see in the image',
  'あなたが人間であることを確認します',
  'Ik ben geen robot',
])('"%s" asks for a person', (text) => {
  expect(words.human.test(text)).toBe(true)
})

test.each([
  'This site is protected by reCAPTCHA',
  'Robot Runner Low',
  'We are human, we make mistakes',
  'A human will pack your order',
])('"%s" does not', (text) => {
  expect(words.human.test(text)).toBe(false)
})

test.each([
  'Sie sind gleich an der Reihe',
  'Je staat in de wachtrij',
  "You'll be redirected",
  'Du står i kön',
])('"%s" is said in a waiting room', (text) => {
  expect(words.waiting.test(text)).toBe(true)
})
