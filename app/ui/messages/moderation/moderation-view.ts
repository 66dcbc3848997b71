import { inWords } from '../in-words.ts'

export const words = inWords('moderation/moderation-view', {
  forModerators: 'For moderators',
  whatMembersReportIs: 'What members report is decided here.',
  theLog: 'The log',
  saysWhatWasDone: 'says what was done, to everyone.',
  queue: 'Queue',
  appeals: 'Appeals',
  members: 'Members',
  filters: 'Filters',
})
