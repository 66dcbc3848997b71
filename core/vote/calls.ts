import { encodeFunctionData } from 'viem'
import { governorAbi } from '../contracts/governor.ts'
import { type RelayedCall, relayed } from '../relay/call.ts'
import type { RelayContracts } from '../relay/whitelist.ts'
import type { Hex } from '../typed-data/domain.ts'
import { changeCalls, type FlagChange, type ProposedCall, partsOf } from './change.ts'
import { type ProposalText, proposalDescription } from './text.ts'

type Ballot = { proposalId: bigint; support: 0 | 1 | 2; reason?: string }

function ballotData({ proposalId, support, reason = '' }: Ballot): Hex {
  const [abi, vote] = [governorAbi, [proposalId, support]] as const
  const said = reason.trim()
  if (said === '') return encodeFunctionData({ abi, functionName: 'castVote', args: vote })
  return encodeFunctionData({ abi, functionName: 'castVoteWithReason', args: [...vote, said] })
}

/** Casts the signer's vote: 0 against, 1 for, 2 abstain, and what they say of it. It stands once it is cast. */
export function castVoteCall(contracts: RelayContracts, ballot: Ballot): RelayedCall {
  return relayed(contracts, contracts.governor, ballotData(ballot))
}

/** Takes the signer's own proposal back; the governor lets them until its vote opens. */
export function takeBackCall(
  contracts: RelayContracts,
  { calls, descriptionHash }: { calls: readonly ProposedCall[]; descriptionHash: Hex },
): RelayedCall {
  const args = [...partsOf(calls), descriptionHash] as const
  const data = encodeFunctionData({ abi: governorAbi, functionName: 'cancel', args })
  return relayed(contracts, contracts.governor, data)
}

export type NewProposal = ProposalText & { changes: readonly FlagChange[]; author: Hex }

/** Proposes that flags get these values; the author's own votes must reach the threshold. */
export function proposeCall(
  contracts: RelayContracts,
  { changes, author, ...text }: NewProposal,
): RelayedCall {
  const calls = changeCalls(contracts.feature_flags, changes)
  const args = [...partsOf(calls), proposalDescription(text, author)] as const
  const data = encodeFunctionData({ abi: governorAbi, functionName: 'propose', args })
  return relayed(contracts, contracts.governor, data)
}
