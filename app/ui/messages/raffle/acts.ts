import { inWords } from '../in-words.ts'

export const words = inWords('raffle/acts', {
  enterTheRaffle: 'Enter the raffle',
  claimThePrize: 'Claim the prize',
  takeTheTicketsKarma: 'Take the ticket’s karma back',
})
