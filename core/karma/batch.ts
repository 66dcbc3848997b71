import { karma } from './amount.ts'

/**
 * Awards in one transaction. The contract takes 500, but an award to a member who delegated their vote writes a checkpoint
 * and costs 57,900 gas at most: 250 of those stay below the 2^24 gas that a transaction may ask for (EIP-7825), 500 do not,
 * and a frozen batch cannot be split.
 */
export const BATCH_AWARDS = 250

/** wei in one transaction: Karma's BATCH_MINT_CAP. A frozen batch above it could never be minted. */
const BATCH_WEI = karma(50_000)

/** How many of the awards, from the first, may be minted together; 1 at least. Amounts in wei. */
export function batchLength(amounts: readonly bigint[]): number {
  let sum = 0n
  const end = amounts.findIndex((amount, index) => {
    sum += amount
    return sum > BATCH_WEI && index > 0
  })
  return end === -1 ? amounts.length : end
}
