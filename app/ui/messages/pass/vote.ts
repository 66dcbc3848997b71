import { inWords } from '../in-words.ts'

export const words = inWords('pass/vote', {
  the: 'The',
  thisWalletHasEarned:
    'this wallet has earned count in every proposal made from now on. Spending karma never costs your vote, and buying some never adds to it.',
  thisWalletHasEarned2: 'this wallet has earned count among the votes of',
  youCanTakeThem: '. You can take them back at any time.',
  thisWalletHasEarned3:
    'this wallet has earned count in no proposal yet. Switch your vote on once: one signature, no gas, and your karma stays where it is.',
  whatYouHaveEarned: 'What you have earned',
  on: 'On',
  off: 'Off',
  withAnother: 'With another',
  switchMyVoteOn: 'Switch my vote on',
  takeMyVoteBack: 'Take my vote back',
  yourVote: 'Your vote',
})
