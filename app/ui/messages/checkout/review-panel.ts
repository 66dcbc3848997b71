import { inWords } from '../in-words.ts'

export const words = inWords('checkout/review-panel', {
  size: 'Size',
  us: 'US',
  quantity: 'Quantity',
  total: 'Total',
  yourCall: 'Your call',
  theBill: 'The bill',
  asTheShopsOwn: "As the shop's own review page says. You allowed up to",
  placeOrder: 'Place order:',
  cancel: 'Cancel',
})
