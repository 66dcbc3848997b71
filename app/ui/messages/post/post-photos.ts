import { inWords } from '../in-words.ts'

export const words = inWords('post/post-photos', {
  asSawItOf: 'As {author} saw it, {value} of {length}',
})
