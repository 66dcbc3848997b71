import { inWords } from '../in-words.ts'

export const words = inWords('karma/hash-check', {
  hashTheTextHere: 'Hash the text here',
  theTextHasThis: '✓ The text has this hash',
  theTextHasAnother: '✕ The text has another hash',
})
