import { inWords } from '../in-words.ts'

export const words = inWords('karma/pretty', {
  showIt: 'Show it',
})
