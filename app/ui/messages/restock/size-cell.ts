import { inWords } from '../in-words.ts'

export const words = inWords('restock/size-cell', {
  usSize: 'US size',
  one: 'One',
})
