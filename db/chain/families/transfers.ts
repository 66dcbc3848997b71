import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Karma (or another ERC-20) moved; from the zero address when minted, to it when burned. */
export type Transfer = Place & { from: Hex; to: Hex; value: bigint }

export const transfers: Family<Transfer> = {
  table: 'transfer',
  isCrowded: true,
  columns: [
    { name: 'from_address', type: 'bytea', of: ({ from }) => from, touches: 'accounts' },
    { name: 'to_address', type: 'bytea', of: ({ to }) => to, touches: 'accounts' },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
  ],
}
