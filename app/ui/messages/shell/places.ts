import { inWords } from '../in-words.ts'

export const words = inWords('shell/places', {
  home: 'Home',
  restocks: 'Restocks',
  drops: 'Drops',
  checkouts: 'Checkouts',
  ledger: 'Ledger',
  groups: 'Groups',
  map: 'Map',
  events: 'Events',
  calendar: 'Calendar',
  leaders: 'Leaders',
  raffles: 'Raffles',
  trades: 'Trades',
  votes: 'Votes',
  passes: 'Passes',
})
