import { inWords } from '../in-words.ts'

export const words = inWords('parts/size-grid', {
  noWord: 'no word',
})
