import { inWords } from '../in-words.ts'

export const words = inWords('happening/happening-view', {
  loadingTheEvent: 'Loading the event',
  announcedBy: 'Announced by',
  addToYourCalendar: 'Add to your calendar',
  readMore: 'Read more',
})
