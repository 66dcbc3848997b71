import { inWords } from '../in-words.ts'

export const words = inWords('moderation/decide-case', {
  whatItBreaks: 'What it breaks',
  whyYouDecideSo: 'Why you decide so',
  everyoneReadsThisIn: 'Everyone reads this in the log. Name nobody.',
  takeDownWithA: 'Take down, with a strike',
  takeDown: 'Take down',
  letItStand: 'Let it stand',
})
