import { inWords } from '../in-words.ts'

export const words = inWords('drop/checkout-form', {
  mostYouWillPay: 'Most you will pay, with shipping and tax',
  dollarsAndCentsSuch: 'Dollars and cents, such as 150.00',
  aboveThisTheAssistant: 'Above this the assistant stops and hands over.',
  requestCheckout: 'Request checkout',
  theGateIsClosed: 'The gate is closed for you right now: a request is refused until it opens.',
  oneOrderPerDrop: 'One order per drop. You see the total before anything is bought.',
  n3Or4Digits: '3 or 4 digits',
})
