import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A member's votes got another delegate; the zero address is nobody. */
export type Delegation = Place & { delegator: Hex; from: Hex; to: Hex }

export const delegations: Family<Delegation> = {
  table: 'delegation',
  columns: [
    { name: 'delegator_address', type: 'bytea', of: ({ delegator }) => delegator, touches: 'accounts' },
    { name: 'from_address', type: 'bytea', of: ({ from }) => from, touches: 'accounts' },
    { name: 'to_address', type: 'bytea', of: ({ to }) => to, touches: 'accounts' },
  ],
}
