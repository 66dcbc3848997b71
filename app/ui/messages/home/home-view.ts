import { inWords } from '../in-words.ts'

export const words = inWords('home/home-view', {
  liveRestocks: 'Live restocks',
  all: 'All',
  restocks: 'restocks',
})
