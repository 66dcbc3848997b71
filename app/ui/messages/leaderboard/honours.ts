import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/honours', {
  nothingMaturedYetThe: 'Nothing matured yet: the first confirmed report begins your streak.',
  yourLongestWas: ' Your longest was {longest}.',
  noStreakAtPresent: 'No streak at present.{best}',
  reportOrConfirm: ' Report or confirm something today to keep it.',
  inARow: '{current} {value} in a row.{hint}{best}',
  earned: ', earned',
  streakAndBadges: 'Streak and badges',
  leaderboard: 'Leaderboard',
  loadingYourBadges: 'Loading your badges',
  badges: 'Badges',
  day: 'day',
  days: 'days',
})
