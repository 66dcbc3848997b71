import { inWords } from '../in-words.ts'

export const words = inWords('vote/tally', {
  enoughTookPartKarma: 'Enough took part: {quorum} karma were needed.',
  moreKarmaMustBe: '{missing} more karma must be for it or abstain, of {quorum} needed, or it fails.',
  vote: 'vote',
  votes: 'votes',
})
