import { inWords } from '../in-words.ts'

export const words = inWords('raffle/enter', {
  lookAtThePasses: 'Look at the passes',
  howKarmaIsEarned: 'How karma is earned',
  switchMyVoteOn: 'Switch my vote on too: one more signature, no gas',
  forKarma: '{enter} for {price} karma',
  youAreInEveryone: 'You are in. Everyone has one ticket.',
  aTicketLivesIn: 'A ticket lives in a wallet, and yours has none yet.',
  linkAWallet: 'Link a wallet',
  payFrom: 'Pay from',
  oneTicketIsYours: 'One ticket is yours, whichever wallet has it.',
  karma: 'karma',
})
