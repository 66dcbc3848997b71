import { inWords } from '../in-words.ts'

export const words = inWords('raffle/parcels', {
  parcelNumberIfThere: 'Parcel number, if there is one',
  itLeft: 'It left',
  notClaimedOnChain: 'Not claimed on chain: no address to read.',
  claimedItsWinnerHas: 'Claimed; its winner has not said where it goes.',
  sendThePrizes: 'Send the prizes',
  loadingWinners: 'Loading winners',
})
