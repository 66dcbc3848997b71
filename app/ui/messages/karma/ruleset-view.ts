import { inWords } from '../in-words.ts'

export const words = inWords('karma/ruleset-view', {
  lookingTheRulesUp: 'Looking the rules up',
  firstUsed: 'First used',
})
