import { inWords } from '../in-words.ts'

export const words = inWords('checkout/purchase-list', {
  atMost: 'at most',
  us: 'US',
  loadingYourCheckouts: 'Loading your checkouts',
  noCheckoutsYet: 'No checkouts yet',
  pickADropAnd:
    'Pick a drop and a size. The assistant walks the shop and shows you the total before anything is bought.',
  seeTheDrops: 'See the drops',
})
