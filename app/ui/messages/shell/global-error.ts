import { inWords } from '../in-words.ts'

export const words = inWords('shell/global-error', {
  snpdCouldNotLoad: 'SNPD could not load',
  thatBroke: 'That broke',
  thisPageCouldNot: 'This page could not be loaded. It may be older than the server.',
  reload: 'Reload',
})
