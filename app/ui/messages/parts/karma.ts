import { inWords } from '../in-words.ts'

export const words = inWords('parts/karma', {
  karma: 'karma',
})
