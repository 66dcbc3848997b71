import { expect, test } from 'vitest'
import { openStorms } from '../support/storm.ts'

/** `npm run chaos -- alerts` has more of them. */
const CHANGES = 80

test('monitor, gateway, notifier and Postgres killed in turn: every change told once, none invented, none lost', async () => {
  const storms = await openStorms(CHANGES)
  const { kills, faults } = await storms.run(1)
  expect(kills).toBe(4)
  expect(faults.get('changes')).toBe(CHANGES)
  expect(faults.get('a shop asked for patience')).toBeGreaterThan(0)
  expect(faults.get('alerts while a gateway was away')).toBe(1)
}, 900_000)
