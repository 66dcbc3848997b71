import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Somebody else may move a pass, or (`tokenId` null) all of an owner's. Passes cannot be moved: there are none. */
export type PassApproval = Place & { owner: Hex; operator: Hex; tokenId: bigint | null; approved: boolean }

export const passApprovals: Family<PassApproval> = {
  table: 'pass_approval',
  columns: [
    { name: 'owner_address', type: 'bytea', of: ({ owner }) => owner, touches: 'accounts' },
    { name: 'operator_address', type: 'bytea', of: ({ operator }) => operator },
    { name: 'token_id', type: 'numeric', of: ({ tokenId }) => tokenId },
    { name: 'approved', type: 'boolean', of: ({ approved }) => approved },
  ],
}
