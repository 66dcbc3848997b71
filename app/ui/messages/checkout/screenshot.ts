import { inWords } from '../in-words.ts'

export const words = inWords('checkout/screenshot', {
  theShopsPage: "The shop's page: {message}",
  close: 'Close',
})
