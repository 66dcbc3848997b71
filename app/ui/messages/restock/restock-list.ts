import { inWords } from '../in-words.ts'

export const words = inWords('restock/restock-list', {
  noneLikeThis: 'None like this',
  leaveThisPageOpen: 'Leave this page open: the next one comes in here by itself.',
  seeAllRestocks: 'See all restocks',
  noRestocksYetToday: 'No restocks yet today',
  seeAPairOn: 'See a pair on a shelf? Be the first: a confirmed report earns 10 karma.',
  reportARestock: 'Report a restock',
  oneCame: 'One came',
  came: '{missed} came',
  youWereAwayFor:
    'You were away for longer than alerts are kept. The list below is whole; what came meanwhile rang no bell.',
  whileYouWereNot: '{count} while you were not connected. They are in the list, marked as late.',
  theOneYouCame: 'The one you came for',
  loadingTheRestock: 'Loading the restock',
  allOfThisPair: 'All of this pair, size and shop',
  loadingRestocks: 'Loading restocks',
  showOlderOnes: 'Show older ones',
})
