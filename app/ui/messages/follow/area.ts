import { inWords } from '../in-words.ts'

export const words = inWords('follow/area', {
  thisBrowserCannotTell: 'This browser cannot tell where it is.',
  chooseACity: 'Choose a city.',
  yourBrowserDidNot: 'Your browser did not say where you are.',
  allowItToOr: 'Allow it to, or choose a city.',
})
