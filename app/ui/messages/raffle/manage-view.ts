import { inWords } from '../in-words.ts'

export const words = inWords('raffle/manage-view', {
  lookingForYourSession: 'Looking for your session',
  oneMore: 'One more',
  describedSoFar: 'Described so far',
  thisIsForAdmins: 'This is for admins',
  askOneOfThem: 'Ask one of them to open a raffle.',
})
