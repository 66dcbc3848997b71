import { inWords } from '../in-words.ts'

export const words = inWords('raffle/plans-view', {
  callItOff: 'Call it off',
  everyoneWhoIsIn: 'Everyone who is in gets their karma back. There is no way to open it again.',
  callItOffFor: 'Call it off for good',
  keepIt: 'Keep it',
  tier: ', tier',
  closes: ', closes',
  loadingRaffles: 'Loading raffles',
  nothingDescribedYet: 'Nothing described yet',
  describedRaffles: 'Described raffles',
  prize: 'prize',
  prizes: 'prizes',
})
