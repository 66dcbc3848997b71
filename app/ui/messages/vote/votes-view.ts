import { inWords } from '../in-words.ts'

export const words = inWords('vote/votes-view', {
  loadingVotes: 'Loading votes',
  olderOnes: 'Older ones',
})
