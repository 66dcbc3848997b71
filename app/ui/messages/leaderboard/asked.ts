import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/asked', {
  thisWeek: 'This week',
  thisMonth: 'This month',
  allTime: 'All time',
})
