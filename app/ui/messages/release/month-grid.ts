import { inWords } from '../in-words.ts'

export const words = inWords('release/month-grid', {
  releases: { one: '1 release', other: '{n} releases' },
  today: 'today',
})
