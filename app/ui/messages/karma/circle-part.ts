import { inWords } from '../in-words.ts'

export const words = inWords('karma/circle-part', {
  nothingIsTakenOff: 'Nothing is taken off: your appeal was granted. It holds until',
  nothingIsTakenOff2: 'Nothing is taken off: people outside of your circle vouch for you.',
  isTakenOffWhat: 'is taken off what fewer than two members outside of your circle vouch for.',
  aModeratorWillLook: 'A moderator will look at your appeal.',
  yourAppealWasGranted: 'Your appeal was granted.',
  yourAppealWasRefused: 'Your appeal was refused.',
  whyThisIsWrong: 'Why this is wrong',
  aModeratorReadsIt: 'A moderator reads it: who you are to each other, and how you meet the pairs.',
  appeal: 'Appeal',
  lookingAtYourCircle: 'Looking at your circle',
})
