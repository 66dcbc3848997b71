import { inWords } from '../in-words.ts'

export const words = inWords('follow/follow-list', {
  stopFollowing: 'Stop following {words}',
  stop: 'Stop',
  whatYouFollow: 'What you follow',
})
