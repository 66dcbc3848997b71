import { expect, test } from 'vitest'
import { whyNoSmallDisk } from '../support/small-disk.ts'
import { openStorms } from '../support/storm.ts'

/** `npm run chaos -- disk` has more of them. */
const CHANGES = 24

test.skipIf(whyNoSmallDisk() !== undefined)(
  "Postgres' disk full while shops change: nothing acknowledged is lost, and all goes on by itself",
  async () => {
    const storms = await openStorms(CHANGES, 'disk')
    const { faults } = await storms.run(1)
    expect(faults.get('changes')).toBe(CHANGES)
    expect(faults.get('the disk is full')).toBe(2)
    const refused = [...faults].filter(([name]) => name.startsWith('a write was refused'))
    expect(refused.reduce((sum, [, times]) => sum + times, 0)).toBe(2)
  },
  300_000,
)
