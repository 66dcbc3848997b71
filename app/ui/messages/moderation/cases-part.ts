import { inWords } from '../in-words.ts'

export const words = inWords('moderation/cases-part', {
  cases: 'Cases',
  loadingTheQueue: 'Loading the queue',
  moreCases: 'More cases',
})
