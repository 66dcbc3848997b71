import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A contract obeys this AccessManager from now on. */
export type Authority = Place & { contract: Hex; authority: Hex }

export const authorities: Family<Authority> = {
  table: 'authority',
  columns: [
    { name: 'contract_address', type: 'bytea', of: ({ contract }) => contract, touches: 'targets' },
    { name: 'authority_address', type: 'bytea', of: ({ authority }) => authority },
  ],
}
