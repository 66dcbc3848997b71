import { inWords } from '../in-words.ts'

export const words = inWords('vote/changes', {
  unreadable: 'Unreadable',
})
