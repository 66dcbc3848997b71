import { encodeAbiParameters, keccak256, toHex } from 'viem'
import type { Hex } from '../typed-data/domain.ts'

/** A pair that changes hands. */
export type TradedPair = { style_code: string; size: string; condition: string }

export type Terms = {
  tradeId: string
  /** Which of the trade's offers it is. */
  no: number
  /** What each side gives, by name. */
  gives: readonly { username: string; pairs: readonly TradedPair[] }[]
}

const pairText = ({ style_code, size, condition }: TradedPair) => `${style_code} size ${size} ${condition}`

/** What two members agree on, in words that both can keep and hash again. The same pairs in another order are the same words. */
export function termsText({ tradeId, no, gives }: Terms): string {
  const lines = gives.map(
    ({ username, pairs }) => `${username} gives: ${pairs.map(pairText).sort().join('; ') || 'nothing'}`,
  )
  return [`SNPD trade ${tradeId}, offer ${no}`, ...lines].join('\n')
}

/** The hash of them, as TradeEscrow keeps it. */
export function termsHash(terms: Terms): Hex {
  return keccak256(toHex(termsText(terms)))
}

/** What TradeEscrow.propose is given. */
export type EscrowTerms = {
  proposer: Hex
  counterparty: Hex
  /** wei of karma, from each side */
  bond: bigint
  acceptBy: Date
  confirmBy: Date
  termsHash: Hex
}

const types = [
  { type: 'address' },
  { type: 'address' },
  { type: 'uint96' },
  { type: 'uint40' },
  { type: 'uint40' },
  { type: 'bytes32' },
] as const

/** Whole seconds of the Unix epoch, as the contract counts. */
export const unixSeconds = (time: Date): number => Math.floor(time.getTime() / 1000)

/** The id under which TradeEscrow knows a trade, as TradeEscrow.sol's propose: it is known before anyone proposes it. */
export function escrowId(terms: EscrowTerms): Hex {
  const { proposer, counterparty, bond, acceptBy, confirmBy } = terms
  const [until, end] = [unixSeconds(acceptBy), unixSeconds(confirmBy)]
  return keccak256(encodeAbiParameters(types, [proposer, counterparty, bond, until, end, terms.termsHash]))
}
