import { inWords } from '../in-words.ts'

export const words = inWords('payment/card-form', {
  cardNumber: 'Card number',
  nameOnTheCard: 'Name on the card',
  goodUntil: 'Good until',
  mmYy: 'MM/YY',
  whatYouCallIt: 'What you call it',
  theOnlyPartWe: 'The only part we can read. Words, no digits.',
  theSecurityCodeOn: 'The security code on its back is not asked for here and never kept.',
  sealAndKeep: 'Seal and keep',
  keepTheOneI: 'Keep the one I have',
  myCard: 'My card',
})
