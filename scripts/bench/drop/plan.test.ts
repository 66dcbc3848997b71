import { expect, test } from 'vitest'
import { dropPlanOf, HELD_DOWN, RUSH_MS } from './plan.ts'

const size = { members: 100, asks: 50, shops: 4, reads: 20, restocks: 3 }

test('the same seed is the same drop, and another seed another', () => {
  expect(dropPlanOf(7, size)).toEqual(dropPlanOf(7, size))
  expect(dropPlanOf(8, size)).not.toEqual(dropPlanOf(7, size))
})

test('all within ten seconds, in the order of time, by members that there are', () => {
  const plan = dropPlanOf(1, size)
  const times = plan.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.every((at) => at >= 0 && at < RUSH_MS)).toBe(true)
  expect(plan.every(({ member }) => member >= 0 && member < size.members)).toBe(true)
})

test('each request is of another member but those of the one who holds the button down', () => {
  const asks = dropPlanOf(1, size).filter((act) => act.kind === 'ask')
  const mine = asks.filter(({ member }) => member === size.members - 1)
  const others = asks.filter(({ member }) => member !== size.members - 1)
  expect(mine).toHaveLength(HELD_DOWN)
  expect(new Set(others.map(({ member }) => member)).size).toBe(size.asks)
  expect(others.filter(({ drop }) => drop === size.shops)).toHaveLength(5)
})
