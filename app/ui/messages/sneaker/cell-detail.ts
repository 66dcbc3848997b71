import { inWords } from '../in-words.ts'

export const words = inWords('sneaker/cell-detail', {
  at: 'at',
  readOnItsPage: 'Read on its page:',
  of: 'of “',
  sure: '% sure',
  soSince: 'so since',
  seen: 'seen',
  tellMeWhenIt: 'Tell me when it comes back here',
  goToTheShop: 'Go to the shop',
})
