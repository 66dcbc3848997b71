import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A pass as an ERC-721: from the zero address when it is made. */
export type PassTransfer = Place & { from: Hex; to: Hex; tokenId: bigint }

export const passTransfers: Family<PassTransfer> = {
  table: 'pass_transfer',
  columns: [
    { name: 'from_address', type: 'bytea', of: ({ from }) => from, touches: 'accounts' },
    { name: 'to_address', type: 'bytea', of: ({ to }) => to, touches: 'accounts' },
    { name: 'token_id', type: 'numeric', of: ({ tokenId }) => tokenId },
  ],
}
