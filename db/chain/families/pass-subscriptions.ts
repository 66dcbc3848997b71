import type { Family, Place } from './family.ts'

/** When a pass ends from now on (ERC-5643); the year 9999 at most. */
export type PassSubscription = Place & { tokenId: bigint; expiresAt: number }

export const passSubscriptions: Family<PassSubscription> = {
  table: 'pass_subscription',
  columns: [
    { name: 'token_id', type: 'numeric', of: ({ tokenId }) => tokenId },
    { name: 'expires_at', type: 'timestamptz', of: ({ expiresAt }) => expiresAt },
  ],
}
