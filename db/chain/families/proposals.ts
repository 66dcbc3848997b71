import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Calls to be voted on. `descriptionHash` is of its bytes, of which `description` may lose some that are no text. */
export type Proposal = Place & {
  id: bigint
  proposer: Hex
  targets: Hex[]
  values: bigint[]
  calldatas: Hex[]
  voteStart: number
  voteEnd: number
  description: string
  descriptionHash: Hex
}

export const proposals: Family<Proposal> = {
  table: 'proposal',
  columns: [
    { name: 'proposal_id', type: 'numeric', of: ({ id }) => id, touches: 'proposals' },
    { name: 'proposer_address', type: 'bytea', of: ({ proposer }) => proposer, touches: 'accounts' },
    { name: 'targets', type: 'bytea[]', of: ({ targets }) => targets },
    { name: 'call_values', type: 'numeric[]', of: ({ values }) => values },
    { name: 'calldatas', type: 'bytea[]', of: ({ calldatas }) => calldatas },
    { name: 'vote_start', type: 'timestamptz', of: ({ voteStart }) => voteStart },
    { name: 'vote_end', type: 'timestamptz', of: ({ voteEnd }) => voteEnd },
    { name: 'description', type: 'text', of: ({ description }) => description },
    { name: 'description_hash', type: 'bytea', of: ({ descriptionHash }) => descriptionHash },
  ],
}
