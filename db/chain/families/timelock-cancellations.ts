import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** An operation of the timelock was called off; it may be scheduled again. */
export type TimelockCancellation = Place & { id: Hex }

export const timelockCancellations: Family<TimelockCancellation> = {
  table: 'timelock_cancellation',
  columns: [{ name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' }],
}
