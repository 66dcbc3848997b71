import { inWords } from '../in-words.ts'

export const words = inWords('karma/knobs', {
  inForce: 'in force',
  ignored: 'ignored',
  shippedAs: '{told}, shipped as {shipped}.',
  theVoteSaysOutside: 'The vote says {told}, outside of {min} to {max}: {told2} holds.',
  everyNumberAVote: 'Every number a vote can change',
  from: ', from',
  to: 'to',
  nothingYetEveryNumber: 'Nothing yet: every number is as it was shipped.',
  proposeAnotherNumber: 'Propose another number',
})
