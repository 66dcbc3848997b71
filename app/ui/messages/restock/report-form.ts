import { inWords } from '../in-words.ts'

export const words = inWords('restock/report-form', {
  shop: 'Shop',
  chooseTheShop: 'Choose the shop',
  priceOnTheTag: 'Price on the tag, USD',
  leaveItEmptyIf: 'Leave it empty if you did not see one.',
  note: 'Note',
  howManyWhichShelf: 'How many, which shelf, how long the line is.',
  usSizeOnThe: 'US size on the shelf',
  sendReport: 'Send report',
  loadingSneakers: 'Loading sneakers',
  loadingShops: 'Loading shops',
})
