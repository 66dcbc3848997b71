import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A vote: `support` 0 against, 1 for, 2 abstain. `params` is null when it came without. */
export type Vote = Place & {
  id: bigint
  voter: Hex
  support: number
  weight: bigint
  reason: string
  params: Hex | null
}

export const votes: Family<Vote> = {
  table: 'vote',
  isCrowded: true,
  columns: [
    { name: 'proposal_id', type: 'numeric', of: ({ id }) => id, touches: 'proposals' },
    { name: 'voter_address', type: 'bytea', of: ({ voter }) => voter, touches: 'accounts' },
    { name: 'support', type: 'smallint', of: ({ support }) => support },
    { name: 'weight', type: 'numeric', of: ({ weight }) => weight },
    { name: 'reason', type: 'text', of: ({ reason }) => reason },
    { name: 'params', type: 'bytea', of: ({ params }) => params },
  ],
}
