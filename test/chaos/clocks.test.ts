import { expect, test } from 'vitest'
import { openStorms } from '../support/storm.ts'

/** `npm run chaos -- clocks` has more of them. */
const CHANGES = 24

test('clocks minutes ahead and behind: told once, in order, nothing sent twice, one session for all', async () => {
  const storms = await openStorms(CHANGES, 'clocks')
  const { faults } = await storms.run(1)
  expect(faults.get('changes')).toBe(CHANGES)
  expect(faults.get('a clock ahead')).toBe(3)
  expect(faults.get('a clock behind')).toBe(3)
}, 300_000)
