import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** What tells an operation of the timelock from others with the same calls. */
export type TimelockSalt = Place & { id: Hex; salt: Hex }

export const timelockSalts: Family<TimelockSalt> = {
  table: 'timelock_salt',
  columns: [
    { name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' },
    { name: 'salt', type: 'bytea', of: ({ salt }) => salt },
  ],
}
