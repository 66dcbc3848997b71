import { inWords } from '../in-words.ts'

export const words = inWords('relay/on-the-way', {
  onTheWay: 'On the way',
})
