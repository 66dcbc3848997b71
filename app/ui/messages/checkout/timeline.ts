import { inWords } from '../in-words.ts'

export const words = inWords('checkout/timeline', {
  steps: 'Steps',
  timesInUtc: 'times in UTC',
})
