import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A pass bought, renewed, or (ending at 0, for nothing) cancelled. `expiresAt`: the year 9999 at most. */
export type PassPurchase = Place & { member: Hex; tier: number; expiresAt: number; paid: bigint }

export const passes: Family<PassPurchase> = {
  table: 'pass_purchase',
  columns: [
    { name: 'member_address', type: 'bytea', of: ({ member }) => member, touches: 'accounts' },
    { name: 'tier', type: 'smallint', of: ({ tier }) => tier },
    { name: 'expires_at', type: 'timestamptz', of: ({ expiresAt }) => expiresAt },
    { name: 'paid', type: 'numeric', of: ({ paid }) => paid },
  ],
}
