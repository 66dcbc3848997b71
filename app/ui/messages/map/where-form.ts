import { inWords } from '../in-words.ts'

export const words = inWords('map/where-form', {
  find: 'Find',
})
