import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/leaderboard-view', {
  period: 'Period',
  nobodyYetIn: 'Nobody yet in {place}',
  nobodyYet: 'Nobody yet',
  theFirstConfirmed: 'The first confirmed report of this time leads the board.',
  reportARestock: 'Report a restock',
  leadersOf: 'Leaders of {place}',
  leadersOfEverywhere: 'Leaders of everywhere',
  showMore: 'Show more',
  loadingTheBoard: 'Loading the board',
})
