import type { DealStep } from './states.ts'

/** What a side of a trade, a juror or one of a ring is told of. */
export const tradeNews = [
  'offered',
  'countered',
  'accepted',
  'declined',
  'bonding',
  'bound',
  'shipped',
  'disputed',
  'seated',
  'ruled',
  'completed',
  'ring-offered',
  'ring-agreed',
  'ring-off',
] as const
export type TradeNews = (typeof tradeNews)[number]

/** News that the mirror makes, in the order in which a trade can have them. */
export const mirroredNews = ['bonding', 'bound', 'disputed', 'ruled'] as const satisfies readonly TradeNews[]
export type MirroredNews = (typeof mirroredNews)[number]

/**
 * How many of `mirroredNews` a trade whose bonds are at this step has behind it; all of them where nothing more can come.
 * What was told once is never told again: a reorg may take the step back, not the word. Pure.
 */
export function newsUpTo(step: DealStep): number {
  if (step === 'none') return 0
  if (step === 'proposed') return 1
  if (step === 'accepted') return 2
  return step === 'disputed' ? 3 : mirroredNews.length
}

/** The news of a step; undefined where it is none that the mirror makes. Pure. */
export function newsOf(step: DealStep): MirroredNews | undefined {
  if (step === 'withdrawn' || step === 'timed-out' || step === 'completed') return undefined
  return mirroredNews[newsUpTo(step) - 1]
}
