import { inWords } from '../in-words.ts'

export const words = inWords('map/area-map', {
  postsAndRestocksOf: 'posts and restocks of 7 days',
  shop: 'shop',
  line: 'line',
  event: 'event',
})
