import { expect, test } from 'vitest'
import { type CaseFacts, type CaseState, caseState, caseStates } from './states.ts'

const states = Object.keys(caseStates) as CaseState[]
const now = new Date('2026-05-05T12:00:00Z')
const soon = new Date(now.getTime() + 1)
const facts: CaseFacts = { outcome: null, claimedUntil: null, appealGranted: undefined, now }

test('every state can be reached from the first, and every end is a decision', () => {
  const reached = new Set<CaseState>(['open'])
  for (const state of reached) for (const next of caseStates[state]) reached.add(next)
  expect([...reached].sort()).toEqual([...states].sort())
  expect(states.filter((state) => caseStates[state].length === 0)).toEqual(['kept', 'upheld', 'restored'])
})

test('nothing is taken down that no moderator had claimed', () => {
  const into = states.filter((state) => caseStates[state].some((next) => next === 'removed'))
  expect(into).toEqual(['claimed'])
})

test.each<[CaseState, Partial<CaseFacts>]>([
  ['open', {}],
  ['open', { claimedUntil: now }],
  ['claimed', { claimedUntil: soon }],
  ['kept', { outcome: 'kept', claimedUntil: soon }],
  ['removed', { outcome: 'removed' }],
  ['appealed', { outcome: 'removed', appealGranted: null }],
  ['upheld', { outcome: 'removed', appealGranted: false }],
  ['restored', { outcome: 'removed', appealGranted: true }],
])('the facts of a case that is %s say so', (state, given) => {
  expect(caseState({ ...facts, ...given })).toBe(state)
})
