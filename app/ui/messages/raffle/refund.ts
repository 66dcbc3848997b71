import { inWords } from '../in-words.ts'

export const words = inWords('raffle/refund', {
  yourTicketsKarmaIs: 'Your ticket’s karma is back.',
  snpdPaysTicketsBack: 'SNPD pays tickets back in turn, without you. This is for now.',
  takeMyKarmaBack: 'Take my karma back now',
})
