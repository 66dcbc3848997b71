import { inWords } from '../in-words.ts'

export const words = inWords('drop/drop-list', {
  youAreIn: 'You are in',
  openToAll: 'Open to all',
  pass: 'Pass',
  karma: 'karma',
  openNow: 'Open now',
  opens: 'Opens ',
  loadingDrops: 'Loading drops',
  noDropsOnThe: 'No drops on the calendar',
  watchTheRestocks: 'Watch the restocks meanwhile; karma you earn now opens the next gate.',
})
