import { inWords } from '../in-words.ts'

export const words = inWords('happening/happening-row', {
  calledOff: 'Called off',
  come: 'come',
})
