import { inWords } from '../in-words.ts'

export const words = inWords('pages/error', {
  thatBroke: 'That broke',
  tryAgain: 'Try again',
})
