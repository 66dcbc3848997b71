import { inWords } from '../in-words.ts'

export const words = inWords('sneaker/sneaker-view', {
  nothingAnnouncedFor: 'Nothing announced for this pair.',
  itsCalendar: 'Its calendar',
  loadingRestocks: 'Loading restocks',
  nobodyHasSeenIt: 'Nobody has seen it yet.',
  reportARestock: 'Report a restock',
  allOfItsRestocks: 'All of its restocks',
  loadingThePair: 'Loading the pair',
  sizesAndShops: 'Sizes and shops',
  tellMe: 'Tell me',
  prices: 'Prices',
  dates: 'Dates',
  restocks: 'Restocks',
})
