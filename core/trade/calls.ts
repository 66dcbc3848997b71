import { encodeFunctionData, parseSignature } from 'viem'
import { tradeEscrowAbi } from '../contracts/tradeEscrow.ts'
import { type RelayedCall, relayed } from '../relay/call.ts'
import type { RelayContracts } from '../relay/whitelist.ts'
import type { Hex } from '../typed-data/domain.ts'
import type { Permit } from '../typed-data/permit.ts'
import { type EscrowTerms, unixSeconds } from './terms.ts'

type Signed = Pick<Permit, 'deadline'> & { signature: Hex }

function signatureOf({ deadline, signature }: Signed) {
  const { r, s, yParity } = parseSignature(signature)
  return [deadline, 27 + yParity, r, s] as const
}

/** Puts up the first bond, on exactly these terms; the permit over it is part of the call. */
export function proposeCall(contracts: RelayContracts, terms: EscrowTerms, signed: Signed): RelayedCall {
  const { counterparty, bond, acceptBy, confirmBy, termsHash } = terms
  const args = [
    ...([counterparty, bond, unixSeconds(acceptBy), unixSeconds(confirmBy), termsHash] as const),
    ...signatureOf(signed),
  ] as const
  const data = encodeFunctionData({ abi: tradeEscrowAbi, functionName: 'proposeWithPermit', args })
  return relayed(contracts, contracts.trade_escrow, data)
}

/** Puts up the second bond. */
export function acceptCall(contracts: RelayContracts, id: Hex, signed: Signed): RelayedCall {
  const args = [id, ...signatureOf(signed)] as const
  const data = encodeFunctionData({ abi: tradeEscrowAbi, functionName: 'acceptWithPermit', args })
  return relayed(contracts, contracts.trade_escrow, data)
}

/** What a party does to a trade with bonds by its id alone; `timeout` anyone may. */
export function tradeCall(
  contracts: RelayContracts,
  functionName: 'withdraw' | 'confirm' | 'dispute' | 'timeout',
  id: Hex,
): RelayedCall {
  const data = encodeFunctionData({ abi: tradeEscrowAbi, functionName, args: [id] })
  return relayed(contracts, contracts.trade_escrow, data)
}
