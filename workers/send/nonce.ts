import type { Account, Call } from '../../adapters/chain/account.ts'
import type { Hex } from '../../core/typed-data/domain.ts'
import { bidFees } from './fees.ts'

/** A transaction as it was written down before its broadcast. Fees in wei per gas. */
export type Sent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

export type Sending = {
  account: Account
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /**
   * A node does not name a transaction it is just putting into a block (seen with anvil), nor does the next node behind a
   * balancer at once: only after so many milliseconds is an unknown one taken to be lost; 2 s by default.
   */
  graceMs?: number
}

/** What is to be carried out by the account's next transaction. */
export type Carried = {
  call: Call
  gas: bigint
  /** The account's next nonce, asked for before it was asked whether the call is carried out already. */
  nonce: number
  /** The latest transaction that was written down for this nonce of this account, whatever it carried. */
  previous: Sent | null
  /** Writes the transaction down. */
  record: (sent: Sent) => Promise<void>
}

/** What a nonce needs: nothing yet, nothing at such a price, or a transaction that bids this. */
type Plan = 'underway' | 'too-dear' | { maxFee: bigint; maxPriorityFee: bigint }

async function planNonce(sending: Sending, previous: Sent | null): Promise<Plan> {
  const { account, stuckSeconds, graceMs = 2_000 } = sending
  const age = previous ? Date.now() - previous.sentAt.getTime() : 0
  if (previous && age < graceMs) return 'underway'
  const inPool = previous !== null && (await account.knows(previous.txHash))
  if (inPool && age < stuckSeconds * 1000) return 'underway'
  return bidFees(await account.marketFees(), previous, inPool) ?? 'too-dear'
}

/**
 * Puts a call into the account's next transaction, unless one is underway with its nonce. For calls that do no harm when
 * they are carried out twice, and for accounts that nobody else uses. Then it can be interrupted anywhere and repeated:
 * - before the row is written: nothing happened;
 * - between row and broadcast: the node does not know the hash, so it is sent again with the same nonce;
 * - after the broadcast: the node knows the hash; mined, whoever asks the chain finds the call carried out.
 * The nonce is always the account's next one: every other one is either mined or waits behind this one. After a reorg or
 * a reset of the chain that still holds.
 * @returns the hash of what was sent
 * @throws Retryable `chain.unreachable`, and what the account's `explain` makes of a node's refusal
 */
export async function sendNext(sending: Sending, carried: Carried): Promise<Hex | 'underway' | 'too-dear'> {
  const { account } = sending
  const { call, gas, nonce, previous, record } = carried
  const plan = await planNonce(sending, previous?.nonce === nonce ? previous : null)
  if (typeof plan === 'string') return plan
  const { raw, hash } = await account.sign(call, { ...plan, nonce, gas })
  await record({ txHash: hash, nonce, ...plan, sentAt: new Date() })
  await account.broadcast(raw)
  return hash
}
