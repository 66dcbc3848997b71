import { inWords } from '../in-words.ts'

export const words = inWords('group/board-part', {
  period: 'Period',
})
