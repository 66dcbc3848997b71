import { toFunctionSelector } from 'viem'
import type { z } from 'zod'
import type { Hex } from '../typed-data/domain.ts'
import type { relayContractsShape } from './contracts.ts'

/** Where the contracts are that relayed calls may go to, and which forwarder they trust. */
export type RelayContracts = z.infer<typeof relayContractsShape>
type Target = 'karma' | 'access_pass' | 'raffle' | 'trade_escrow' | 'governor'

/** `gas`: the most a member may ask for the call itself, which is what the relayer may have to pay for. */
export type RelayedFunction = { target: Target; signature: string; gas: bigint }

/**
 * What a member may do at the relayer's expense: the acts of membership, each about the member's own karma, pass, entry,
 * trade or vote. Left out: everything a role guards; plain transfers and approvals, which others could be talked into
 * signing; what anyone can send for oneself (draw, settle, expire).
 */
export const relayedFunctions: readonly RelayedFunction[] = [
  { target: 'karma', signature: 'delegate(address)', gas: 250_000n },
  { target: 'access_pass', signature: 'purchase(uint8,uint16,uint256)', gas: 150_000n },
  {
    target: 'access_pass',
    signature: 'purchaseWithPermit(uint8,uint16,uint256,uint256,uint8,bytes32,bytes32)',
    gas: 220_000n,
  },
  { target: 'access_pass', signature: 'renewSubscription(uint256,uint64)', gas: 150_000n },
  { target: 'access_pass', signature: 'cancelSubscription(uint256)', gas: 80_000n },
  { target: 'raffle', signature: 'enter(uint256)', gas: 150_000n },
  { target: 'raffle', signature: 'enterWithPermit(uint256,uint256,uint8,bytes32,bytes32)', gas: 220_000n },
  // Recounts the draw up to the place claimed: 440,000 for the last of 500.
  { target: 'raffle', signature: 'claim(uint256,uint256)', gas: 600_000n },
  { target: 'raffle', signature: 'refund(uint256,address)', gas: 150_000n },
  { target: 'trade_escrow', signature: 'propose(address,uint96,uint40,uint40,bytes32)', gas: 250_000n },
  {
    target: 'trade_escrow',
    signature: 'proposeWithPermit(address,uint96,uint40,uint40,bytes32,uint256,uint8,bytes32,bytes32)',
    gas: 320_000n,
  },
  { target: 'trade_escrow', signature: 'accept(bytes32)', gas: 200_000n },
  {
    target: 'trade_escrow',
    signature: 'acceptWithPermit(bytes32,uint256,uint8,bytes32,bytes32)',
    gas: 270_000n,
  },
  { target: 'trade_escrow', signature: 'withdraw(bytes32)', gas: 150_000n },
  { target: 'trade_escrow', signature: 'confirm(bytes32)', gas: 200_000n },
  { target: 'trade_escrow', signature: 'dispute(bytes32)', gas: 150_000n },
  { target: 'trade_escrow', signature: 'timeout(bytes32)', gas: 200_000n },
  // Its calls and its text are in the event; who has earned too little is refused by the contract.
  { target: 'governor', signature: 'propose(address[],uint256[],bytes[],string)', gas: 400_000n },
  { target: 'governor', signature: 'castVote(uint256,uint8)', gas: 150_000n },
  // What is said goes into the event: 4,400 bytes, the most a relayed call can hold, take 40,000.
  { target: 'governor', signature: 'castVoteWithReason(uint256,uint8,string)', gas: 200_000n },
  { target: 'governor', signature: 'cancel(address[],uint256[],bytes[],bytes32)', gas: 150_000n },
]

const selectors = new Map(
  relayedFunctions.map((each) => [`${each.target} ${toFunctionSelector(each.signature)}`, each]),
)

/** The function that a call is of, undefined when the relayer does not send it. `to` and `data` are lower-case. */
export function findRelayed(
  contracts: RelayContracts,
  { to, data }: { to: Hex; data: Hex },
): RelayedFunction | undefined {
  const targets = ['karma', 'access_pass', 'raffle', 'trade_escrow', 'governor'] as const
  const target = targets.find((name) => contracts[name] === to)
  return selectors.get(`${target} ${data.slice(0, 10)}`)
}
