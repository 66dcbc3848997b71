import { keccak256, numberToHex } from 'viem'
import { expect, test } from 'vitest'
import { seedOf, winnersOf } from './draw.ts'

const seedAt = (index: number) => keccak256(numberToHex(index, { size: 32 }))

/** The 99.9 % point of chi-square with 19 degrees of freedom. Source: NIST/SEMATECH e-Handbook, 1.3.6.7.4. */
const BOUND = 43.82

test('every ticket wins every place equally often', () => {
  const [tickets, places, draws] = [20, 6, 8_000]
  const counts = Array.from({ length: places }, () => new Array<number>(tickets).fill(0))
  for (let index = 0; index < draws; index++)
    for (const [place, ticket] of winnersOf(seedAt(index), tickets, places).entries()) {
      const row = counts[place]
      if (row) row[ticket] = (row[ticket] ?? 0) + 1
    }
  const expected = draws / tickets
  for (const row of counts) {
    const chi = row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chi).toBeLessThan(BOUND)
  }
})

test('winners are distinct entries, whatever the size', () => {
  for (const [entries, prizes] of [
    [1, 1],
    [7, 7],
    [500, 500],
    [2 ** 32 - 1, 500],
  ] as const) {
    const winners = winnersOf(seedAt(entries), entries, prizes)
    expect(new Set(winners).size).toBe(prizes)
    expect(winners.every((ticket) => Number.isInteger(ticket) && ticket >= 0 && ticket < entries)).toBe(true)
  }
})

test('no more win than entered', () => {
  expect(winnersOf(seedAt(1), 0, 5)).toEqual([])
  expect(winnersOf(seedAt(1), 3, 5).sort()).toEqual([0, 1, 2])
})

test('a seed is of one raffle of one contract on one chain', () => {
  const base = { randomness: seedAt(1), chainId: 1, raffle: `0x${'ab'.repeat(20)}` as const, id: 7n }
  const others = [
    { randomness: seedAt(2) },
    { chainId: 2 },
    { raffle: `0x${'ac'.repeat(20)}` as const },
    { id: 8n },
  ]
  const seeds = [base, ...others.map((other) => ({ ...base, ...other }))].map(seedOf)
  expect(new Set(seeds).size).toBe(seeds.length)
})
