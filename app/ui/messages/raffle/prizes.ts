import { inWords } from '../in-words.ts'

export const words = inWords('raffle/prizes', {
  snpdDoesNotKnow: 'SNPD does not know where to send it.',
  keepAnAddress: 'Keep an address',
  to: 'To',
  anotherAddress: 'Another address',
  sendItThere: 'Send it there',
  itArrived: 'It arrived',
  prize: 'Prize {value}',
  claimItWithThe: 'Claim it with the wallet that has the ticket: one signature, no gas.',
  claimIt: 'Claim it',
  whoeverSendsItHas: 'Whoever sends it has your address now.',
  yourAddressIsShown: 'Your address is shown to nobody before you claim.',
  parcel: 'Parcel:',
  youWon: 'You won',
  loadingYourPrizes: 'Loading your prizes',
})
