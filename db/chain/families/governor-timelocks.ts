import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Another timelock executes what was voted for. */
export type GovernorTimelock = Place & { from: Hex; to: Hex }

export const governorTimelocks: Family<GovernorTimelock> = {
  table: 'governor_timelock',
  columns: [
    { name: 'old_address', type: 'bytea', of: ({ from }) => from },
    { name: 'new_address', type: 'bytea', of: ({ to }) => to },
  ],
}
