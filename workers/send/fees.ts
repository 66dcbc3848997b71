import type { Fees } from '../../adapters/chain/account.ts'

/** Nodes take a replacement only when both fees rise by at least 10 % (geth) or 12.5 % (older parity): bid the larger. */
const raise = (fee: bigint): bigint => (fee * 1125n + 999n) / 1000n

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/** A transaction that is stuck although it bids this many times the market's price is not stuck for its price. */
const CEILING = 10n

/**
 * What to bid. Pure.
 * @param previous what the last transaction with this nonce bids; null when there is none
 * @param inPool it still waits in the node's pool, where only a higher bid replaces it
 * @returns null when replacing would cost out of all proportion: wait
 */
export function bidFees(market: Fees, previous: Fees | null, inPool: boolean): Fees | null {
  if (!previous) return market
  const least = inPool ? raise : (fee: bigint) => fee
  const maxFee = larger(market.maxFee, least(previous.maxFee))
  if (inPool && maxFee > CEILING * market.maxFee) return null
  return { maxFee, maxPriorityFee: larger(market.maxPriorityFee, least(previous.maxPriorityFee)) }
}
