import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/place-picker', {
  where: 'Where',
  everywhere: 'Everywhere',
  street: 'Street',
  allOf: 'All of',
  around: 'Around {name}',
  show: 'Show',
})
