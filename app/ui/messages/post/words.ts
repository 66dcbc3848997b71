import { inWords } from '../in-words.ts'

export const words = inWords('post/words', {
  replies: { one: '1 reply', other: '{n} replies' },
})
