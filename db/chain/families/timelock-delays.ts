import type { Family, Place } from './family.ts'

/** The least seconds between scheduling and executing. */
export type TimelockDelay = Place & { from: bigint; to: bigint }

export const timelockDelays: Family<TimelockDelay> = {
  table: 'timelock_delay',
  columns: [
    { name: 'old_delay', type: 'numeric', of: ({ from }) => from },
    { name: 'new_delay', type: 'numeric', of: ({ to }) => to },
  ],
}
