import { inWords } from '../in-words.ts'

export const words = inWords('review/challenges-part', {
  whyYouDecideSo: 'Why you decide so',
  bothSidesReadThis: 'Both sides read this.',
  itWasWrongTake: 'It was wrong: take the awards back',
  itWasRightPay: 'It was right: pay',
  disputedInBadFaith: 'Disputed in bad faith: pay',
  aMemberWhoLeft: 'A member who left',
  disputes: 'disputes',
  aRestock: 'a restock',
  open: 'open',
  holdsItsAwardsNo: '; holds its awards no longer than',
  disputes2: 'Disputes',
  loadingTheDisputes: 'Loading the disputes',
  olderDisputes: 'Older disputes',
})
