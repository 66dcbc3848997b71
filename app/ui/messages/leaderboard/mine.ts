import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/mine', {
  hiddenYouHaveKarma: 'Hidden. You have {karma} karma here, and nobody sees it.',
  youAreNotOn: 'You are not on this board yet.',
  youAreNumberWith: 'You are number {rank}, with {karma} karma.',
  you: 'You',
  hideMe: 'Hide me',
  showMe: 'Show me',
})
