import type { Hex } from '../bytes.ts'
import type { Facts } from './facts.ts'

export type AccountDelta = { address: Hex; balance: bigint; earned: bigint }

const ZERO: Hex = `0x${'0'.repeat(40)}`

/**
 * What the facts change, per account, sorted by address. Mints and burns touch one side only: the zero address has no
 * account. An account that was touched is listed even when its sum is 0.
 */
export function accountDeltas({ transfers, awards }: Pick<Facts, 'transfers' | 'awards'>): AccountDelta[] {
  const deltas = new Map<Hex, AccountDelta>()
  const of = (address: Hex) => {
    const known = deltas.get(address)
    if (known) return known
    const delta = { address, balance: 0n, earned: 0n }
    deltas.set(address, delta)
    return delta
  }
  for (const { from, to, value } of transfers) {
    if (from !== ZERO) of(from).balance -= value
    if (to !== ZERO) of(to).balance += value
  }
  for (const { to, amount } of awards) of(to).earned += amount
  return [...deltas.values()].sort((a, b) => (a.address < b.address ? -1 : 1))
}
