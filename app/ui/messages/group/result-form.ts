import { inWords } from '../in-words.ts'

export const words = inWords('group/result-form', {
  us: ', US',
})
