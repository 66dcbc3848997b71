import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** What a delegate's votes were and are. */
export type DelegateVotes = Place & { delegate: Hex; previous: bigint; votes: bigint }

export const delegateVotes: Family<DelegateVotes> = {
  table: 'delegate_votes',
  isCrowded: true,
  columns: [
    { name: 'delegate_address', type: 'bytea', of: ({ delegate }) => delegate, touches: 'accounts' },
    { name: 'previous_votes', type: 'numeric', of: ({ previous }) => previous },
    { name: 'votes', type: 'numeric', of: ({ votes }) => votes },
  ],
}
