import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** The timelock executed one call of an operation. */
export type TimelockExecution = Place & { id: Hex; index: number; target: Hex; value: bigint; data: Hex }

export const timelockExecutions: Family<TimelockExecution> = {
  table: 'timelock_execution',
  columns: [
    { name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' },
    { name: 'call_index', type: 'integer', of: ({ index }) => index },
    { name: 'target_address', type: 'bytea', of: ({ target }) => target },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
    { name: 'data', type: 'bytea', of: ({ data }) => data },
  ],
}
