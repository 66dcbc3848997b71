import { inWords } from '../in-words.ts'

export const words = inWords('release/calendar-view', {
  nothingAnnouncedIn: 'Nothing announced in {month}',
  shopsAnnounceLate: 'Shops announce late. Subscribe below, and your calendar fills by itself.',
  theNextMonth: 'The next month',
  loadingTheMonth: 'Loading the month',
  everyRelease: 'Every release',
  theReleasesChosenAbove: 'The releases chosen above',
})
