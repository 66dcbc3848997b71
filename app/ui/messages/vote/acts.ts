import { inWords } from '../in-words.ts'

export const words = inWords('vote/acts', {
  castYourVote: 'Cast your vote',
  takeTheProposalBack: 'Take the proposal back',
  proposeTheChange: 'Propose the change',
})
