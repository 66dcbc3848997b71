import { inWords } from '../in-words.ts'

export const words = inWords('restock/sneaker-picker', {
  sneaker: 'Sneaker',
})
