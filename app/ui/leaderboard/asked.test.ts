import { expect, test } from 'vitest'
import { askedOf, boardHref, boardPath } from './asked.ts'

const city = '852a1073fffffff'
const street = '882a100d3bfffff'

test('a board has one address, and is read back from it', () => {
  for (const board of [
    { period: 'week' },
    { period: 'all' },
    { city, period: 'month' },
    { city, street, period: 'week' },
  ] as const) {
    const { searchParams } = new URL(boardHref(board), 'http://x')
    expect(askedOf(Object.fromEntries(searchParams))).toEqual(board)
  }
})

test('nonsense in the address is the board of everywhere, never an error', () => {
  for (const asked of [
    { city: 'x' },
    { street },
    { city: street },
    { period: 'toString' },
    { city: [city, city] },
  ])
    expect(askedOf(asked)).toEqual({ period: 'week' })
})

test('the API is asked for the finest place', () => {
  expect(boardPath({ city, street, period: 'all' }, null)).toContain(`cell=${street}&scope=street`)
  expect(boardPath({ period: 'all' }, 'next')).toBe('/karma/leaderboard?period=all&scope=overall&cursor=next')
})
