import { inWords } from '../in-words.ts'

export const words = inWords('review/decided-list', {
  nothingWaitsForYou: 'Nothing waits for you.',
})
