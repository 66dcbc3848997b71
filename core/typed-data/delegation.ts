import type { Deployment } from '../deployment.ts'
import { domainOf, type Hex } from './domain.ts'

const types = {
  Delegation: [
    { name: 'delegatee', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint256' },
  ],
} as const

/** `expiry` in unix seconds, `nonce` the signer's of Karma (shared with permits). */
export type Delegation = { delegatee: Hex; nonce: bigint; expiry: bigint }

/** What a member signs to switch the own vote on, or to hand it on; for `eth_signTypedData_v4`. Source: ERC-5805. */
export function delegationData(deployment: Pick<Deployment, 'chain_id' | 'karma'>, message: Delegation) {
  const domain = domainOf('SNPD Karma', deployment.chain_id, deployment.karma)
  return { domain, types, primaryType: 'Delegation', message } as const
}
