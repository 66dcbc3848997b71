import { inWords } from '../in-words.ts'

export const words = inWords('home/hero', {
  reportARestock: 'Report a restock',
  otherWaysIn: 'Other ways in',
  streetIntel: 'Street intel.',
  paidIn: 'Paid in',
  karma: 'karma.',
  seeRestocksFirstSay:
    'See restocks first. Say what you saw, earn karma, and let an honest assistant walk the drop for you.',
})
