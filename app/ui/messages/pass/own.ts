import { inWords } from '../in-words.ts'

export const words = inWords('pass/own', {
  endItEarly: 'End it early',
  itEndsAtOnce:
    'It ends at once, and the karma that paid for it does not come back. Nothing renews a pass by itself, so there is nothing to stop: this is for taking a lower tier now.',
  endThePass: 'End the pass',
  keepIt: 'Keep it',
  active: 'Active',
  ended: 'Ended',
  cancelled: 'Cancelled',
  youEndedThisPass: 'You ended this pass. Any tier can be bought anew.',
  runsUntil: 'Runs until ',
  ranUntil: 'Ran until ',
  tier: 'Tier',
  ofWallet: 'Of wallet',
  forGood: ', for good.',
  yourPass: 'Your pass',
  youHaveNoPass: 'You have no pass yet.',
})
