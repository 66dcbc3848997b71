import { expect, test } from 'vitest'
import { localNetwork } from '../../core/beacon/local.ts'
import { quicknet } from '../../core/beacon/network.ts'
import { report } from './verify.ts'

const right = { winners: [], differences: [], round: 5n }

test('it is told whose round decided: an operator with a beacon of their own could know every outcome', () => {
  const own = localNetwork(`0x${'5a'.repeat(32)}`, 1_000)
  expect(report(1n, { ...right, network: quicknet }).at(-1)).toBe(
    "Round 5 of drand's public network decided.",
  )
  for (const differences of [[], ['Place 1 differs.']])
    expect(report(1n, { ...right, differences, network: own }).at(-1)).toBe(
      `Round 5 of beacon ${own.chainHash} decided, which is NOT drand's public network: who has its key knew the outcome.`,
    )
})
