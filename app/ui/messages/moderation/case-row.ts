import { inWords } from '../in-words.ts'

export const words = inWords('moderation/case-row', {
  itsAuthorLeftThe: 'Its author left; the words went along.',
  nowSays: 'Now says',
  nothingItWasTaken: 'Nothing: it was taken back.',
  inThePost: 'In the post',
  anotherModerator: 'Another moderator',
  looksAtIt: 'looks at it.',
  giveItBack: 'Give it back',
  takeIt: 'Take it',
  somebodyAnonymous: 'somebody anonymous',
  nobodyWhoIsStill: 'nobody who is still here',
  by: 'by',
  strikes: '· strikes:',
  hidden: 'hidden',
  seeItInIts: 'see it in its place',
})
