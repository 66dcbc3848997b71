import { inWords } from '../in-words.ts'

export const words = inWords('review/with-decided', {
  showTheDecidedOnes: 'Show the decided ones too',
})
