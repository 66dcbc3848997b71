import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A request that the forwarder executed for its signer. */
export type Forward = Place & { signer: Hex; nonce: bigint; success: boolean }

export const forwards: Family<Forward> = {
  table: 'forward',
  isCrowded: true,
  columns: [
    { name: 'signer_address', type: 'bytea', of: ({ signer }) => signer, touches: 'accounts' },
    { name: 'nonce', type: 'numeric', of: ({ nonce }) => nonce },
    { name: 'success', type: 'boolean', of: ({ success }) => success },
  ],
}
