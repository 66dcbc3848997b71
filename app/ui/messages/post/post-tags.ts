import { inWords } from '../in-words.ts'

export const words = inWords('post/post-tags', {
  about: 'About',
})
