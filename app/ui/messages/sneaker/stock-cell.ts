import { inWords } from '../in-words.ts'

export const words = inWords('sneaker/stock-cell', {
  allSizes: 'all sizes',
  inStock: 'in stock',
  soldOut: 'sold out',
  toBeOrderedAhead: 'to be ordered ahead',
  noWordFromThe: 'no word from the shop',
  at: '{size} at {name}: {value}{value2}',
})
