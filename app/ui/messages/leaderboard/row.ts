import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/row', {
  dayStreak: '{count}-day streak',
  andMore: ' and {value} more',
  rank: 'Rank',
  you: 'You',
})
