import { inWords } from '../in-words.ts'

export const words = inWords('vote/propose-view', {
  itOpens: 'It opens',
  afterYouProposeIt: 'after you propose it. Whoever earned karma by then can vote.',
  membersVoteFor: 'Members vote for',
  itWinsWithMore: 'It wins with more karma for than against, when',
  ofAllKarmaEver: '% of all karma ever earned is for it or abstains.',
  afterThatTheProduct: 'after that, the product changes by itself.',
  theMirrorHasNot: 'The mirror has not read the rules of votes yet. Try again in a moment.',
  proposingTakes: 'Proposing takes',
  earnedAndAVote: 'earned and a vote that is switched on; yours has',
  karmaOfVotesEarn: 'karma of votes. Earn some more, or ask a member who has enough.',
  loadingWhatCanChange: 'Loading what can change',
})
