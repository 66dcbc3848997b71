import { inWords } from '../in-words.ts'

export const words = inWords('trade/ring-view', {
  karma: 'karma',
})
