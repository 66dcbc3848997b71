import { inWords } from '../in-words.ts'

export const words = inWords('drop/standing', {
  yourCheckoutUs: 'Your checkout, US',
})
