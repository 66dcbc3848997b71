import { expect, test } from 'vitest'
import { requireOpen, ringState, ringStates } from './ring.ts'

const now = new Date('2026-11-23T12:00:00Z')
const facts = { calledOffAt: null, isAgreed: false, answerBy: new Date(now.getTime() + 1), now }

test('a ring waits until all joined, one calls it off, or the moment of its deadline', () => {
  expect(ringState(facts)).toBe('open')
  expect(ringState({ ...facts, isAgreed: true })).toBe('agreed')
  expect(ringState({ ...facts, calledOffAt: now })).toBe('called-off')
  expect(ringState({ ...facts, answerBy: now })).toBe('expired')
})

test('what was agreed stays so, whatever time it is; what was called off did not expire', () => {
  expect(ringState({ ...facts, isAgreed: true, answerBy: now })).toBe('agreed')
  expect(ringState({ ...facts, calledOffAt: now, answerBy: now })).toBe('called-off')
})

test('only an open one can change, and each end says why', () => {
  expect(() => requireOpen('open')).not.toThrow()
  for (const state of ringStates.open)
    expect(() => requireOpen(state)).toThrow(
      expect.objectContaining({ code: state === 'expired' ? 'trade.expired' : 'trade.state' }),
    )
})
