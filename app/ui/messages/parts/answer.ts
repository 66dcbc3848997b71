import { inWords } from '../in-words.ts'

export const words = inWords('parts/answer', {
  tryAgain: 'Try again',
})
