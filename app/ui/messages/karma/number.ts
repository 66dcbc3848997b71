import { inWords } from '../in-words.ts'

export const words = inWords('karma/number', {
  karma: '{BigInt} karma',
  aDay: '{value} a day',
  members: { one: '1 member', other: '{n} members' },
})
