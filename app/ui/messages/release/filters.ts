import { inWords } from '../in-words.ts'

export const words = inWords('release/filters', {
  pair: 'Pair',
  everyPair: 'Every pair',
  shop: 'Shop',
  everyShop: 'Every shop',
  show: 'Show',
})
