import { inWords } from '../in-words.ts'

export const words = inWords('map/area-svg', {
  mapOfFiveMiles:
    'Map of five miles around: {length} shops, {length2} line reports, {length3} events. The lists below say the same.',
})
