import { inWords } from '../in-words.ts'

export const words = inWords('follow/around', {
  kmAround: '{cells} km around',
  nearestShop: '{about}, nearest shop {name}',
})
