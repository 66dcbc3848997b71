import type { Hash } from 'viem'
import { governorAbi } from '../../../core/contracts/governor.ts'
import { requireSameChain } from '../../../core/relay/admit.ts'
import type { Vote } from '../../../core/relay/vote.ts'
import type { RelayConnection } from './connection.ts'
import { throwRefused } from './failure.ts'
import { minedReceipt } from './send.ts'

/** The most that casting one vote may use: three times what it takes, for wallets that are contracts check for themselves. */
const VOTE_GAS = 300_000n

function castVote({ contracts }: RelayConnection, { proposal_id, support, voter, signature }: Vote) {
  return {
    address: contracts.governor,
    abi: governorAbi,
    functionName: 'castVoteBySig',
    args: [proposal_id, support, voter, signature],
    gas: VOTE_GAS,
  } as const
}

/**
 * Would the vote count now? Nothing is sent.
 * @throws Final `relay.chain`, `relay.refused`; whatever viem throws when the node fails
 */
export async function checkVote(connection: RelayConnection, vote: Vote): Promise<void> {
  requireSameChain(connection.contracts, vote)
  const { client } = connection
  const account = client.account.address
  await client.simulateContract({ ...castVote(connection, vote), account }).catch(throwRefused)
}

/**
 * Checks the vote and casts it.
 * @returns the transaction's hash, once mined
 * @throws Final `relay.chain`, `relay.refused`; Retryable `relay.unmined`; whatever viem throws when the node fails
 */
export async function sendVote(connection: RelayConnection, vote: Vote): Promise<Hash> {
  await checkVote(connection, vote)
  const { client } = connection
  const { account } = client
  const hash = await client.writeContract({ ...castVote(connection, vote), account, chain: null })
  await minedReceipt(connection, hash)
  return hash
}
