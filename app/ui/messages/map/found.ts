import { inWords } from '../in-words.ts'

export const words = inWords('map/found', {
  lookingForThePlace: 'Looking for the place',
  placesFound: 'Places found',
})
