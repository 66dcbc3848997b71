import { inWords } from '../in-words.ts'

export const words = inWords('drop/mode-choice', {
  reviewThenBuy: 'Review, then buy',
  weWalkTheShop: 'We walk the shop and stop at the total. You say yes or no.',
  buyWithoutAsking: 'Buy without asking',
  withinYourLimitWith: 'Within your limit, with no second look. A shop that wants one gets it.',
  dryRun: 'Dry run',
  weWalkTheShop2: 'We walk the shop to the total and stop. Nothing is bought.',
  mode: 'Mode',
})
