import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A call that the AccessManager lets through from `readyAt` on, for a week; `nonce` counts how often it was scheduled. */
export type AccessOperation = Place & {
  id: Hex
  nonce: number
  readyAt: number
  caller: Hex
  target: Hex
  data: Hex
}

export const accessOperations: Family<AccessOperation> = {
  table: 'access_operation',
  columns: [
    { name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' },
    { name: 'nonce', type: 'bigint', of: ({ nonce }) => nonce },
    { name: 'ready_at', type: 'timestamptz', of: ({ readyAt }) => readyAt },
    { name: 'caller_address', type: 'bytea', of: ({ caller }) => caller },
    { name: 'target_address', type: 'bytea', of: ({ target }) => target },
    { name: 'data', type: 'bytea', of: ({ data }) => data },
  ],
}
