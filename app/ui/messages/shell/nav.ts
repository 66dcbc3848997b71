import { inWords } from '../in-words.ts'

export const words = inWords('shell/nav', {
  main: 'Main',
})
