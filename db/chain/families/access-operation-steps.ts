import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A scheduled call was made, or called off. */
export type AccessOperationStep = Place & { id: Hex; nonce: number; step: 'executed' | 'canceled' }

export const accessOperationSteps: Family<AccessOperationStep> = {
  table: 'access_operation_step',
  columns: [
    { name: 'operation_id', type: 'bytea', of: ({ id }) => id, touches: 'operations' },
    { name: 'nonce', type: 'bigint', of: ({ nonce }) => nonce },
    { name: 'step', type: 'text', of: ({ step }) => step },
  ],
}
