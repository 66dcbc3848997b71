import type { Family, Place } from './family.ts'

/** A pass is bound to its owner, or no longer (ERC-5192). */
export type PassLock = Place & { tokenId: bigint; locked: boolean }

export const passLocks: Family<PassLock> = {
  table: 'pass_lock',
  columns: [
    { name: 'token_id', type: 'numeric', of: ({ tokenId }) => tokenId },
    { name: 'locked', type: 'boolean', of: ({ locked }) => locked },
  ],
}
