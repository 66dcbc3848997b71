import { inWords } from '../in-words.ts'

export const words = inWords('member/saved', {
  saved: 'Saved',
})
