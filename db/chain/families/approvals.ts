import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** An owner of Karma lets `spender` take up to `value`, in wei; what was taken since is not told. */
export type Approval = Place & { owner: Hex; spender: Hex; value: bigint }

export const approvals: Family<Approval> = {
  table: 'approval',
  columns: [
    { name: 'owner_address', type: 'bytea', of: ({ owner }) => owner, touches: 'accounts' },
    { name: 'spender_address', type: 'bytea', of: ({ spender }) => spender },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
  ],
}
