import { inWords } from '../in-words.ts'

export const words = inWords('drop/wishes', {
  whateverTheShopTakes: 'Whatever the shop takes',
  card: 'Card',
  cashOnDelivery: 'Cash on delivery',
  invoice: 'Invoice',
  bankTransfer: 'Bank transfer',
  delivery: 'Delivery',
  theCheapest: 'The cheapest',
  theFastest: 'The fastest',
  payBy: 'Pay by',
})
