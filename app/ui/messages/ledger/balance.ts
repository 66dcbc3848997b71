import { inWords } from '../in-words.ts'

export const words = inWords('ledger/balance', {
  theMovementsBelowDo:
    '✕ The movements below do not add up to this balance. Verify against the chain, and trust the chain.',
  nothingHasMovedYet: 'Nothing has moved yet',
  allOfAddUp: '✓ All of {movements} add up to it',
  reconcilesAtBlock: ': reconciles at block',
  balance: 'Balance',
  karma: 'karma',
  earnedInAllSpending: 'earned in all; spending never lowers it.',
})
