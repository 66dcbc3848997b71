import { expect, test } from 'vitest'
import { standingOf, type VoterFacts } from './counts.ts'

const [me, other] = [`0x${'a'.repeat(40)}`, `0x${'b'.repeat(40)}`]
const standing = (change: Partial<VoterFacts>) =>
  standingOf({
    ...{ state: 'active', earned: 5n, votesWith: me, account: me, weight: 5n, voted: null },
    ...change,
  })

test('a vote with weight counts while the proposal waits or is open', () => {
  expect(standing({})).toBe('counts')
  expect(standing({ state: 'pending' })).toBe('counts')
  expect(standing({ state: 'succeeded' })).toBe('over')
})

test('a vote that was cast stays told, whatever came after', () => {
  for (const state of ['active', 'defeated', 'executed'] as const)
    expect(standing({ state, voted: 0 })).toBe('voted')
})

test('without weight it is said why: never switched on, too late, given away, or nothing earned', () => {
  expect(standing({ weight: 0n, votesWith: null })).toBe('off')
  expect(standing({ weight: 0n })).toBe('too-late')
  expect(standing({ weight: 0n, votesWith: other })).toBe('given')
  expect(standing({ weight: 0n, earned: 0n })).toBe('nothing-earned')
  expect(standing({ weight: 0n, earned: 0n, votesWith: null })).toBe('nothing-earned')
})

test('who has others votes counts with them, though own ones were given away', () => {
  expect(standing({ weight: 9n, votesWith: other, earned: 0n })).toBe('counts')
})
