import { inWords } from '../in-words.ts'

export const words = inWords('shell/lost', {
  soldOutOfPages: 'Sold out of pages',
  thereIsNothingAt: 'There is nothing at this address, or it is not yours to see.',
  seeTheRestocks: 'See the restocks',
})
