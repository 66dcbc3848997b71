import { expect, test } from 'vitest'
import type { Lease } from './gate.ts'
import { openStay } from './stay.ts'

function leaseOf() {
  const told = { spent: 0, due: 0, isHeld: true }
  const lease: Lease = {
    origin: 'https://shop.example',
    isHeld: () => told.isHeld,
    spend: () => {
      told.spent++
    },
    due: () => told.due,
    pushback: async () => undefined,
    crawlDelay: async () => undefined,
    robots: { read: () => undefined, keep: async () => undefined },
    leave: async () => {
      told.isHeld = false
    },
  }
  return { lease, told }
}

test('what waited for the budget goes only while its page is there: not when it has let others in meanwhile', async () => {
  const [first, second] = [leaseOf(), leaseOf()]
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { kind: 'in', lease: second.lease } as const
  }
  const stay = openStay({ gate: { ask }, visitor: { id: 'a', purpose: 'checkout' }, lease: first.lease })
  first.told.due = 1
  const waiting = stay.pass()
  await stay.rest()
  first.told.due = 0
  expect(await stay.resume()).toBe(true)
  await waiting
  expect([first.told.spent, second.told.spent]).toEqual([0, 1])
  await stay.leave()
})
