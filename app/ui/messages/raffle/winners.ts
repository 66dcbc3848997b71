import { inWords } from '../in-words.ts'

export const words = inWords('raffle/winners', {
  prize: 'Prize',
  you: 'You',
  claimed: 'Claimed',
  ticket: 'ticket',
  winners: 'Winners',
  nobodyEnteredSoNobody: 'Nobody entered, so nobody won.',
})
