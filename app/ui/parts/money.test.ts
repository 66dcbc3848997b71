import { expect, test } from 'vitest'
import { minorOf } from './money.ts'

test('reads what people type as a price', () => {
  expect(['150', '150.5', '$150.00', ' 9,99 '].map(minorOf)).toEqual([15000, 15050, 15000, 999])
})

test('is undefined for anything else, never a guess', () => {
  expect(['', 'free', '1e3', '-5', '1.234', '12345678'].map(minorOf)).toEqual(Array(6).fill(undefined))
})
