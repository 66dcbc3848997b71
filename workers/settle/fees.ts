import type { Fees } from '../../adapters/chain/award.ts'

/** Nodes take a replacement only when both fees rise by at least 10 % (geth) or 12.5 % (older parity): bid the larger. */
const raise = (fee: bigint): bigint => (fee * 1125n + 999n) / 1000n

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/**
 * What to bid: the market's price, and enough to replace the transaction that holds the same nonce. Pure.
 * @param previous what that transaction bids; null when there is none
 */
export function bidFees(market: Fees, previous: Fees | null): Fees {
  if (!previous) return market
  return {
    maxFee: larger(market.maxFee, raise(previous.maxFee)),
    maxPriorityFee: larger(market.maxPriorityFee, raise(previous.maxPriorityFee)),
  }
}
