import { expect, test } from 'vitest'
import { outcomeShape } from './outcome.ts'
import { type PurchaseState, purchaseStateShape } from './shape.ts'
import { firstPurchaseState, isFinalState, purchaseEdges, requireMove, stateOf } from './states.ts'

const states = purchaseStateShape.options

function reachable(from: PurchaseState, but?: PurchaseState): Set<PurchaseState> {
  const seen = new Set<PurchaseState>()
  const visit = (state: PurchaseState) => {
    if (seen.has(state) || state === but) return
    seen.add(state)
    purchaseEdges[state].forEach(visit)
  }
  visit(from)
  return seen
}

test('every state is in the machine and can be reached from the first', () => {
  expect(Object.keys(purchaseEdges).sort()).toEqual([...states].sort())
  expect([...reachable(firstPurchaseState)].sort()).toEqual([...states].sort())
})

test('every state can end, and none comes back to itself but by the hand of the member, before the fence', () => {
  for (const state of states) {
    expect([...reachable(state)].some(isFinalState), state).toBe(true)
    for (const next of purchaseEdges[state])
      expect(reachable(next, 'with-member').has(state), `${state} > ${next}`).toBe(false)
  }
  expect(reachable('submitting')).not.toContain('with-member')
})

test('an order passes the review, the member and the fence, in this order', () => {
  const into = (target: PurchaseState) => states.filter((state) => purchaseEdges[state].includes(target))
  expect(into('ordered')).toEqual(['submitting'])
  expect(into('unknown')).toEqual(['submitting'])
  // The member's own press on the worker's page is a yes too.
  expect(into('submitting')).toEqual(['with-member', 'confirmed'])
  expect(into('confirmed')).toEqual(['review'])
})

test('after the fence nobody can cancel into a second try without proof: only the shop decides', () => {
  expect(purchaseEdges.submitting).not.toContain('walking')
  expect(purchaseEdges.submitting).not.toContain('queued')
})

test('a missing edge is refused with a stable code', () => {
  expect(() => requireMove('queued', 'ordered')).toThrowError(
    expect.objectContaining({ code: 'checkout.state' }),
  )
  expect(() => requireMove('review', 'confirmed')).not.toThrow()
})

test('each outcome means one final state', () => {
  const kinds = outcomeShape.options.map((option) => option.shape.kind.value)
  const finals = kinds.map((kind) => stateOf({ kind } as Parameters<typeof stateOf>[0]))
  expect(finals.every(isFinalState)).toBe(true)
  expect(new Set(finals)).toEqual(new Set(states.filter(isFinalState)))
})
