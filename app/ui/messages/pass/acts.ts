import { inWords } from '../in-words.ts'

export const words = inWords('pass/acts', {
  buyThePass: 'Buy the pass',
  endThePass: 'End the pass',
  switchYourVoteOn: 'Switch your vote on',
})
