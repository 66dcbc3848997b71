import { encodeFunctionData, parseSignature } from 'viem'
import { raffleAbi } from '../contracts/raffle.ts'
import { type RelayedCall, relayed } from '../relay/call.ts'
import type { RelayContracts } from '../relay/whitelist.ts'
import type { Hex } from '../typed-data/domain.ts'
import type { Permit } from '../typed-data/permit.ts'

/** Buys the signer's ticket; the permit over its price is part of it, so that no approval is needed before. */
export function enterCall(
  contracts: RelayContracts,
  raffleId: bigint,
  permit: Pick<Permit, 'deadline'> & { signature: Hex },
): RelayedCall {
  const { r, s, yParity } = parseSignature(permit.signature)
  const args = [raffleId, permit.deadline, 27 + yParity, r, s] as const
  const data = encodeFunctionData({ abi: raffleAbi, functionName: 'enterWithPermit', args })
  return relayed(contracts, contracts.raffle, data)
}

/** Asks for the prize of a place, from 0, that the signer's ticket won. */
export function claimCall(
  contracts: RelayContracts,
  { raffleId, place }: { raffleId: bigint; place: number },
): RelayedCall {
  const args = [raffleId, BigInt(place)] as const
  const data = encodeFunctionData({ abi: raffleAbi, functionName: 'claim', args })
  return relayed(contracts, contracts.raffle, data)
}

/** Has the member's stake in a raffle that came to nothing paid back; SNPD does so by itself, later. */
export function refundCall(contracts: RelayContracts, raffleId: bigint, member: Hex): RelayedCall {
  const data = encodeFunctionData({ abi: raffleAbi, functionName: 'refund', args: [raffleId, member] })
  return relayed(contracts, contracts.raffle, data)
}
