import { formatKarma } from '../karma/amount.ts'
import type { PassWallet, Tier } from './shape.ts'

/** What a wallet can do about a tier. */
export type Offer =
  /** Pays for a first pass, for one that ran out, or for a higher tier. */
  | { kind: 'buy'; replaces: number | null }
  /** Adds to the time that is left. */
  | { kind: 'renew' }
  /** Not now; `reason` says what would make it a yes. */
  | { kind: 'no'; reason: string }

const no = (reason: string): Offer => ({ kind: 'no', reason })

/** Most periods sold at once: the contract would take more, but nobody should burn years of karma by a slip. */
export const MOST_PERIODS = 12

/** wei for so many periods of the tier. */
export const priceOf = ({ price }: Pick<Tier, 'price'>, periods: number): bigint =>
  BigInt(price) * BigInt(periods)

/**
 * May this wallet buy so many periods of this tier, by what the mirror says? The contract decides in the end; the rules
 * are its own (AccessPass.sol: `_termsOf`, `_start`). Pure.
 */
export function offerOf(tier: Tier, wallet: PassWallet, periods: number): Offer {
  const { pass } = wallet
  const running = pass?.state === 'active' ? pass.tier : 0
  if (tier.period === 0) return no('This tier is closed: it cannot be bought now.')
  if (BigInt(wallet.earned) < BigInt(tier.min_earned))
    return no(
      `It is for members who have earned ${formatKarma(BigInt(tier.min_earned))} karma; you have earned ${formatKarma(BigInt(wallet.earned))}.`,
    )
  if (running > tier.tier)
    return no(`Your tier ${running} pass includes it. A lower tier can be bought when that one ends.`)
  const missing = priceOf(tier, periods) - BigInt(wallet.balance)
  if (missing > 0n)
    return no(
      `It costs ${formatKarma(priceOf(tier, periods))} karma and this wallet holds ${formatKarma(BigInt(wallet.balance))}. Earn ${formatKarma(missing)} more first.`,
    )
  if (running === tier.tier) return { kind: 'renew' }
  return { kind: 'buy', replaces: running === 0 ? null : running }
}

/** The best pass that runs: the highest tier, then the longest. */
export function bestPass(wallets: readonly PassWallet[]): PassWallet | undefined {
  const running = wallets.filter(({ pass }) => pass?.state === 'active')
  const end = ({ pass }: PassWallet) => Date.parse(pass?.expires_at ?? '')
  return running.toSorted(
    (one, other) => (other.pass?.tier ?? 0) - (one.pass?.tier ?? 0) || end(other) - end(one),
  )[0]
}
