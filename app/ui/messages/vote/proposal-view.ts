import { inWords } from '../in-words.ts'

export const words = inWords('vote/proposal-view', {
  loadingTheProposal: 'Loading the proposal',
})
