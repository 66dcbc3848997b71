import { inWords } from '../in-words.ts'

export const words = inWords('follow/quick-follow', {
  youFollowIt: '✓ You follow it',
})
