import { inWords } from '../in-words.ts'

export const words = inWords('restock/dispute-form', {
  disputedNothingIsPaid: '✓ Disputed. Nothing is paid for it until a moderator decides, or',
  notTrue: 'Not true?',
  whatIsWrong: 'What is wrong',
  aModeratorReadsThis: 'A moderator reads this. Disputing in bad faith costs you the right to.',
  disputeIt: 'Dispute it',
})
