import { inWords } from '../in-words.ts'

export const words = inWords('trade/bonds-part', {
  ofKarma: '{bond} of {bond2} karma',
  karma: 'karma',
})
