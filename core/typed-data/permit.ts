import type { Deployment } from '../deployment.ts'
import { domainOf, type Hex } from './domain.ts'

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** `value` in wei, `deadline` in unix seconds, `nonce` the owner's of Karma (shared with delegations). */
export type Permit = { owner: Hex; spender: Hex; value: bigint; nonce: bigint; deadline: bigint }

/** What a member signs to let `spender` take karma, for `eth_signTypedData_v4`. Source: ERC-2612. */
export function permitData(deployment: Pick<Deployment, 'chain_id' | 'karma'>, message: Permit) {
  const domain = domainOf('SNPD Karma', deployment.chain_id, deployment.karma)
  return { domain, types, primaryType: 'Permit', message } as const
}
