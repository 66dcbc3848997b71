import { encodeFunctionData, parseSignature } from 'viem'
import { accessPassAbi } from '../contracts/accessPass.ts'
import { karmaAbi } from '../contracts/karma.ts'
import { type RelayedCall, relayed } from '../relay/call.ts'
import type { RelayContracts } from '../relay/whitelist.ts'
import type { Hex } from '../typed-data/domain.ts'
import type { Permit } from '../typed-data/permit.ts'

/** What is bought, and the most that it may cost: wei. */
export type Purchase = { tier: number; periods: number; maxPrice: bigint }

/** Buys or prolongs the signer's own pass; the permit over `maxPrice` is part of it, so that no approval is needed before. */
export function purchaseCall(
  contracts: RelayContracts,
  { tier, periods, maxPrice }: Purchase,
  permit: Pick<Permit, 'deadline'> & { signature: Hex },
): RelayedCall {
  const { r, s, yParity } = parseSignature(permit.signature)
  const args = [tier, periods, maxPrice, permit.deadline, 27 + yParity, r, s] as const
  const data = encodeFunctionData({ abi: accessPassAbi, functionName: 'purchaseWithPermit', args })
  return relayed(contracts, contracts.access_pass, data)
}

/** Ends the member's own pass at once. Its token is the member's address. */
export function cancelCall(contracts: RelayContracts, member: Hex): RelayedCall {
  const args = [BigInt(member)] as const
  const data = encodeFunctionData({ abi: accessPassAbi, functionName: 'cancelSubscription', args })
  return relayed(contracts, contracts.access_pass, data)
}

/** Has the signer's earned karma count among `to`'s votes; the signer's own address switches the own vote on. */
export function delegateCall(contracts: RelayContracts, to: Hex): RelayedCall {
  const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [to] })
  return relayed(contracts, contracts.karma, data)
}
