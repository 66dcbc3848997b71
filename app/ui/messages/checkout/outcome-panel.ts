import { inWords } from '../in-words.ts'

export const words = inWords('checkout/outcome-panel', {
  notShown: 'not shown',
  wItIsYours: 'W. It is yours',
  orderNumber: 'Order number',
  theShopWrote: 'The shop wrote:',
  overToYou: 'Over to you',
  goOnAtThe: 'Go on at the shop',
  cancelled: 'Cancelled',
  lNotThisTime: 'L. Not this time',
  dryRunDone: 'Dry run done',
  nothingWasBought: 'Nothing was bought.',
  lookAtTheShop: 'Look at the shop',
  theOrderMayOr: 'The order may or may not have gone through, and SNPD will not try again.',
  lookForAMail: 'Look for a mail or your order history at the shop before you buy elsewhere.',
})
