import { domainOf, type Hex } from './domain.ts'

const types = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const

/** `support`: 0 against, 1 for, 2 abstain. `nonce` is the voter's of the governor. */
export type Ballot = { proposalId: bigint; support: 0 | 1 | 2; voter: Hex; nonce: bigint }

/** What a member signs to vote, for `eth_signTypedData_v4`. Source: OpenZeppelin Governor, `castVoteBySig`. */
export function ballotData(deployment: { chain_id: number; governor: Hex }, message: Ballot) {
  const domain = domainOf('SNPD Governor', deployment.chain_id, deployment.governor)
  return { domain, types, primaryType: 'Ballot', message } as const
}
