import type { Hex } from '../bytes.ts'

/** Where a fact stands on the chain; `blockTime` is seconds since the Unix epoch. */
export type Place = { blockNumber: number; logIndex: number; txHash: Hex; blockTime: number }
export type Transfer = Place & { from: Hex; to: Hex; value: bigint }
export type Award = Place & { id: bigint; to: Hex; amount: bigint }
export type AwardBatch = Place & { firstId: bigint; count: number; ruleset: Hex }
/** `expiresAt` is seconds since the Unix epoch, the year 9999 at most. */
export type PassPurchase = Place & { member: Hex; tier: number; expiresAt: number; paid: bigint }

export type Facts = {
  transfers: Transfer[]
  awards: Award[]
  batches: AwardBatch[]
  passes: PassPurchase[]
}

export type AccountDelta = { address: Hex; balance: bigint; earned: bigint }

const ZERO: Hex = `0x${'0'.repeat(40)}`

/**
 * What the facts change, per account, sorted by address. Mints and burns touch one side only: the zero address has no
 * account. An account that was touched is listed even when its sum is 0.
 */
export function accountDeltas({ transfers, awards }: Pick<Facts, 'transfers' | 'awards'>): AccountDelta[] {
  const deltas = new Map<Hex, AccountDelta>()
  const add = (address: Hex, field: 'balance' | 'earned', amount: bigint) => {
    if (address === ZERO) return
    const delta = deltas.get(address) ?? { address, balance: 0n, earned: 0n }
    delta[field] += amount
    deltas.set(address, delta)
  }
  for (const { from, to, value } of transfers) {
    add(from, 'balance', -value)
    add(to, 'balance', value)
  }
  for (const { to, amount } of awards) add(to, 'earned', amount)
  return [...deltas.values()].sort((a, b) => (a.address < b.address ? -1 : 1))
}
