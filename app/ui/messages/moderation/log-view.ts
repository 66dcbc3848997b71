import { inWords } from '../in-words.ts'

export const words = inWords('moderation/log-view', {
  byVotesOrA: 'by votes or a filter',
  aModeratorWhoLeft: 'a moderator who left',
  loadingTheLog: 'Loading the log',
  nothingYet: 'Nothing yet',
  nothingWasTakenDown: 'Nothing was taken down, and nobody was muted.',
  log: 'Log',
  olderEntries: 'Older entries',
})
