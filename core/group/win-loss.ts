import type { Outcome } from '../checkout/outcome.ts'

// Apart from the shapes: pages that know them need no zod.

/** How a member tried without SNPD's assistant: on the shop's page, in the shop, or in a draw of the shop's. */
export const resultWays = ['hand', 'in-store', 'draw'] as const
export type ResultWay = (typeof resultWays)[number]

/** What a checkout of before adapters were written down went by. */
export const UNKNOWN_ADAPTER = 'unknown'

export const resultOutcomes = ['win', 'loss'] as const
export type ResultOutcome = (typeof resultOutcomes)[number]

/**
 * What a checkout that has ended is for a board. null: nobody won or lost; a rehearsal, one that its member called off or
 * finished by hand, and one of which nobody knows. Pure.
 */
export function resultOfCheckout(outcome: Outcome | null): ResultOutcome | null {
  if (outcome?.kind === 'ordered') return 'win'
  if (outcome?.kind !== 'not-ordered') return null
  return outcome.reason === 'sold-out' || outcome.reason === 'refused' ? 'loss' : null
}
