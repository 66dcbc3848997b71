import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** One call of an operation that the timelock is to execute, `delay` seconds later at the earliest. */
export type TimelockCall = Place & {
  id: Hex
  index: number
  target: Hex
  value: bigint
  data: Hex
  predecessor: Hex
  delay: bigint
}

export const timelockCalls: Family<TimelockCall> = {
  table: 'timelock_call',
  columns: [
    { name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' },
    { name: 'call_index', type: 'integer', of: ({ index }) => index },
    { name: 'target_address', type: 'bytea', of: ({ target }) => target },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
    { name: 'data', type: 'bytea', of: ({ data }) => data },
    { name: 'predecessor', type: 'bytea', of: ({ predecessor }) => predecessor },
    { name: 'delay', type: 'numeric', of: ({ delay }) => delay },
  ],
}
