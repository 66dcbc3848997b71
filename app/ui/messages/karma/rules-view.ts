import { inWords } from '../in-words.ts'

export const words = inWords('karma/rules-view', {
  karma: 'karma',
  notYetInSnpd: 'not yet in SNPD',
  from: 'from',
  theseAreTheFirst: 'These are the first.',
  decidedNothingYet: 'decided nothing yet',
  firstUsed: 'first used',
  loadingTheRules: 'Loading the rules',
  whatMovesKarma: 'What moves karma',
  whatVotesChanged: 'What votes changed',
  theExactText: 'The exact text',
  everyMintOnChain:
    'Every mint on chain names the hash of the rules it followed. This is the text that has it.',
  before: 'Before',
})
