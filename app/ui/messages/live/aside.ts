import { inWords } from '../in-words.ts'

export const words = inWords('live/aside', {
  live: 'Live',
  connected: 'connected',
  block: 'block {block}',
})
