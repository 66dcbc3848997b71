import { inWords } from '../in-words.ts'

export const words = inWords('restock/photos', {
  atAsAMember: '{name} at {name2}, as a member saw it, {value} of {length}',
})
