import { inWords } from '../in-words.ts'

export const words = inWords('follow/words', {
  everyPair: 'Every pair',
  aPair: 'A pair',
  inSize: 'in size {size}',
  at: 'at {value}',
  oneShop: 'one shop',
  nearAPlaceYou: 'near a place you chose',
})
