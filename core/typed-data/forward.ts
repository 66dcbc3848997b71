import { domainOf, type Hex } from './domain.ts'

const types = {
  ForwardRequest: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'gas', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint48' },
    { name: 'data', type: 'bytes' },
  ],
} as const

/**
 * A call that somebody else may send for `from`. `value` in wei, `deadline` in unix seconds, `gas` what the call itself
 * may use, `nonce` the signer's of the forwarder.
 */
export type ForwardRequest = {
  from: Hex
  to: Hex
  value: bigint
  gas: bigint
  nonce: bigint
  deadline: number
  data: Hex
}

/** What a member signs to act without gas, for `eth_signTypedData_v4`. Source: OpenZeppelin ERC2771Forwarder. */
export function forwardData(deployment: { chain_id: number; forwarder: Hex }, message: ForwardRequest) {
  const domain = domainOf('SNPD', deployment.chain_id, deployment.forwarder)
  return { domain, types, primaryType: 'ForwardRequest', message } as const
}
