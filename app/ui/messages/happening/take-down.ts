import { inWords } from '../in-words.ts'

export const words = inWords('happening/take-down', {
  moderate: 'Moderate',
  whatItBreaks: 'What it breaks',
  whyYouDecideSo: 'Why you decide so',
  everyoneReadsThisIn: 'Everyone reads this in the log. Name nobody.',
  takeDown: 'Take down',
})
