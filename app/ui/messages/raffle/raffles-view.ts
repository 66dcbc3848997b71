import { inWords } from '../in-words.ts'

export const words = inWords('raffle/raffles-view', {
  closes: 'closes ',
  closed: 'closed ',
  inFor: 'in for',
  aTicketIs: ', a ticket is',
  loadingEarlierRaffles: 'Loading earlier raffles',
  asOfBlock: 'As of block',
  snpdPaysTheGas: '. SNPD pays the gas of what you sign here.',
  loadingRaffles: 'Loading raffles',
  openRaffles: 'Open raffles',
  prize: 'prize',
  prizes: 'prizes',
})
