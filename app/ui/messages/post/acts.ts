import { inWords } from '../in-words.ts'

/** What members do with a post in a list: apart from all else that is said to who writes, which lists need not load. */
export const actWords = inWords('post/acts', {
  up: 'Vote up',
  down: 'Vote down',
  like: 'Like',
  save: 'Save for later',
  loadingMenu: 'Loading',
  moreOwn: 'Change or take back',
  moreOthers: 'Report or mute',
})
