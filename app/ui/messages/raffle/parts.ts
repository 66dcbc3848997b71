import { inWords } from '../in-words.ts'

export const words = inWords('raffle/parts', {
  raffle: 'Raffle {id}',
  isYourChance: 'is your chance',
  wouldBeYourChance: 'would be your chance',
  soFar: 'so far',
  youWon: 'You won',
  paidBack: 'Paid back',
  notThisTime: 'Not this time',
})
