import { inWords } from '../in-words.ts'

export const words = inWords('karma/karma-nav', {
  ledger: 'Ledger',
  standing: 'Standing',
  leaders: 'Leaders',
  rules: 'Rules',
  review: 'Review',
  karma: 'Karma',
})
