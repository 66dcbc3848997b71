import { inWords } from '../in-words.ts'

export const words = inWords('moderation/appeals-part', {
  thisIsAboutYou: 'This is about you or your decision: another moderator decides.',
  theMemberReadsThis: 'The member reads this, and everyone in the log.',
  grantUndoIt: 'Grant: undo it',
  takenDown: ' taken down',
  againstA: '{username}, against a {against}',
  theAuthor: 'The author',
  aModeratorWhoLeft: 'A moderator who left',
  appeals: 'Appeals',
  loadingTheAppeals: 'Loading the appeals',
  olderAppeals: 'Older appeals',
})
