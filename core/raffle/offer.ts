import { formatKarma } from '../karma/amount.ts'
import type { PassWallet } from '../pass/shape.ts'
import type { Raffle } from './shape.ts'

/** What a member can do about a raffle with a wallet. `reason` says what would make it a yes. */
export type EntryOffer =
  | { kind: 'enter' }
  | { kind: 'in' }
  | { kind: 'no'; reason: string; needs?: 'pass' | 'karma' }

type Asked = Pick<Raffle, 'state' | 'tier' | 'price' | 'mine'>

function hasTier({ pass }: PassWallet, tier: number): boolean {
  return tier === 0 || (pass?.state === 'active' && pass.tier >= tier)
}

/**
 * May this wallet enter, by what the mirror says? The contract decides in the end; one ticket a member is SNPD's own rule,
 * for the contract knows wallets alone. Pure.
 */
export function entryOffer({ state, tier, price, mine }: Asked, wallet: PassWallet): EntryOffer {
  if (mine.length > 0) return { kind: 'in' }
  if (state !== 'open') return { kind: 'no', reason: 'It takes no entries any more.' }
  if (!hasTier(wallet, tier))
    return {
      kind: 'no',
      reason: `It is for members with a pass of tier ${tier} or above.`,
      needs: 'pass',
    }
  const missing = BigInt(price) - BigInt(wallet.balance)
  if (missing <= 0n) return { kind: 'enter' }
  return {
    kind: 'no',
    reason: `A ticket costs ${formatKarma(BigInt(price))} karma and this wallet holds ${formatKarma(BigInt(wallet.balance))}. Earn ${formatKarma(missing)} more first.`,
    needs: 'karma',
  }
}
