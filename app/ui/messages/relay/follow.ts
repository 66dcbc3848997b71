import { inWords } from '../in-words.ts'

export const words = inWords('relay/follow', {
  tx: 'tx',
  block: ' · block {block_number}',
  onItsWay: 'On its way',
})
