import { inWords } from '../in-words.ts'

export const words = inWords('vote/value-field', {
  fromTo: 'From {option} to {option2}',
})
