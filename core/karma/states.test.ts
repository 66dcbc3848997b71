import { expect, test } from 'vitest'
import { type AwardFacts, type AwardState, awardState, awardStates } from './states.ts'

const now = new Date('2026-05-01T12:00:00Z')
const fresh: AwardFacts = {
  maturesAt: null,
  readyAt: null,
  cappedBy: null,
  reversedAt: null,
  awardId: null,
  mirrored: false,
  hasWallet: true,
  now,
}
const names = Object.keys(awardStates) as AwardState[]
const exits = (state: AwardState): readonly AwardState[] => awardStates[state]

function reachable(from: AwardState): Set<AwardState> {
  const seen = new Set<AwardState>([from])
  for (const state of seen) for (const next of exits(state)) seen.add(next)
  return seen
}

test('every state is reached from unconfirmed, and every life can end', () => {
  expect([...reachable('unconfirmed')].sort()).toEqual([...names].sort())
  for (const state of names) {
    const ends = [...reachable(state)].filter((end) => exits(end).length === 0)
    expect(ends.length, state).toBeGreaterThan(0)
  }
})

test('minted and reversed are the only ends, and what is frozen cannot be reversed', () => {
  expect(names.filter((state) => exits(state).length === 0)).toEqual(['minted', 'reversed'])
  expect(exits('minting')).toEqual(['minted'])
})

test('the facts of an honest life walk the graph', () => {
  const later = new Date(now.getTime() + 1000)
  const life: Partial<AwardFacts>[] = [
    {},
    { maturesAt: later, hasWallet: false },
    { maturesAt: now, hasWallet: false },
    { maturesAt: now },
    { maturesAt: now, awardId: 1n },
    { maturesAt: now, awardId: 1n, mirrored: true },
  ]
  const states = life.map((facts) => awardState({ ...fresh, ...facts }))
  expect(states).toEqual(['unconfirmed', 'maturing', 'needs-wallet', 'matured', 'minting', 'minted'])
  states.slice(1).forEach((state, index) => {
    expect(exits(states[index] as AwardState)).toContain(state)
  })
})

test('a challenge shows while it puts the award off, and a cap until it is lifted', () => {
  const later = new Date(now.getTime() + 1000)
  expect(awardState({ ...fresh, readyAt: now, maturesAt: later })).toBe('challenged')
  expect(awardState({ ...fresh, readyAt: later, maturesAt: later })).toBe('maturing')
  expect(awardState({ ...fresh, readyAt: now, maturesAt: now })).toBe('matured')
  expect(awardState({ ...fresh, readyAt: now, cappedBy: 'day' })).toBe('capped')
  expect(awardState({ ...fresh, cappedBy: 'day', reversedAt: now })).toBe('reversed')
  expect(exits('unconfirmed')).toContain('capped')
})

test('a reorg shows a minted award as minting again; a reversal is final', () => {
  expect(awardState({ ...fresh, awardId: 1n, mirrored: false })).toBe('minting')
  expect(awardState({ ...fresh, maturesAt: now, reversedAt: now })).toBe('reversed')
})
