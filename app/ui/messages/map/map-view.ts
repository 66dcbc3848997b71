import { inWords } from '../in-words.ts'

export const words = inWords('map/map-view', {
  drawingTheMap: 'Drawing the map',
})
