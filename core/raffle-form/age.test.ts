import { expect, test } from 'vitest'
import { ageOn, statedAge } from './age.ts'

test.each([
  ['2008-11-23', '2026-11-23', 18],
  ['2008-11-24', '2026-11-23', 17],
  ['2004-02-29', '2026-02-28', 21],
  ['2004-02-29', '2026-03-01', 22],
])('born on %s one is on %s of age %d', (born, today, age) => {
  expect(ageOn(born, today)).toBe(age)
})

test.each([
  ['I am 18 or over', 18],
  ['I confirm that I am 21+', 21],
  ['Ich bin mindestens 16 Jahre alt', 16],
  ['Ich bin volljährig', 18],
  ["J'ai plus de 18 ans", 18],
  ['Soy mayor de edad', 18],
  ['18歳以上です', 18],
  ['Size 18 is the largest', undefined],
  ['I accept the terms', undefined],
])('"%s" asks for an age of %s', (text, age) => {
  expect(statedAge(text)).toBe(age)
})
