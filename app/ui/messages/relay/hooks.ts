import { inWords } from '../in-words.ts'

export const words = inWords('relay/hooks', {
  thePageIsNot: 'The page is not ready yet.',
  tryAgain: 'Try again.',
})
