import { inWords } from '../in-words.ts'

export const words = inWords('pass/buy', {
  payFrom: 'Pay from',
  thePassIsBound: 'The pass is bound to this wallet for good.',
  karma: 'karma',
  itStartsAtOnce: 'It starts at once and replaces your tier',
  passWhateverIsLeft: 'pass, whatever is left of it.',
  switchMyVoteOn: 'Switch my vote on too: one more signature, no gas',
  forKarma: '{value} for {price} karma',
  renew: 'Renew',
  buy: 'Buy',
  closedItCannotBe: 'Closed: it cannot be bought now.',
  forHowLong: 'For how long',
})
