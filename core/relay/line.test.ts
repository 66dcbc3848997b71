import { expect, test } from 'vitest'
import { endOfLine, placeInLine } from './line.ts'

const place = (nonce: bigint, next: bigint, ...waiting: bigint[]): string => {
  try {
    return placeInLine(nonce, { next, waiting })
  } catch (error) {
    const { name, code } = error as { name: string; code: string }
    return `${name} ${code}`
  }
}

test("a wallet's next number is one above all that wait", () => {
  expect(endOfLine({ next: 3n, waiting: [] })).toBe(3n)
  expect(endOfLine({ next: 3n, waiting: [4n, 3n] })).toBe(5n)
  // Carried out, and the mirror does not show it yet.
  expect(endOfLine({ next: 3n, waiting: [1n, 2n] })).toBe(3n)
})

test('the chain’s next number is first, the one after those that wait is behind', () => {
  expect(place(3n, 3n)).toBe('first')
  expect(place(4n, 3n, 3n)).toBe('behind')
  expect(place(3n, 3n, 2n)).toBe('first')
})

test('a hole that a refused request left can be filled', () => {
  expect(place(3n, 3n, 4n)).toBe('first')
  expect(place(4n, 3n, 3n, 5n)).toBe('behind')
})

test('a used and a taken number are refused for good, one too far ahead is not', () => {
  expect(place(2n, 3n)).toBe('Final relay.nonce')
  expect(place(3n, 3n, 3n)).toBe('Final relay.nonce')
  expect(place(5n, 3n, 3n)).toBe('Retryable relay.nonce')
  expect(place(4n, 3n)).toBe('Retryable relay.nonce')
})
