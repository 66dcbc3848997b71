import { inWords } from '../in-words.ts'

export const words = inWords('review/appeals-part', {
  readsThis: '{username} reads this.',
  theMember: 'The member',
  grantTakeNothingOff: 'Grant: take nothing off',
  aMemberWhoLeft: 'A member who left',
  off: 'off',
  appeals: 'Appeals',
  loadingTheAppeals: 'Loading the appeals',
  olderAppeals: 'Older appeals',
})
