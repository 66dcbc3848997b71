import { inWords } from '../in-words.ts'

export const words = inWords('review/review-view', {
  forModerators: 'For moderators',
  disputesAndAwardsAre: 'Disputes and awards are decided here by those whom the community made moderators.',
  disputedRestocks: 'Disputed restocks',
  appeals: 'Appeals',
  awards: 'Awards',
})
