import { inWords } from '../in-words.ts'

export const words = inWords('review/appeal-card', {
  whyYouDecideSo: 'Why you decide so',
  refuse: 'Refuse',
})
