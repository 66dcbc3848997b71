import { inWords } from '../in-words.ts'

export const words = inWords('shell/language', {
  language: 'Language',
})
