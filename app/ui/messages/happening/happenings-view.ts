import { inWords } from '../in-words.ts'

export const words = inWords('happening/happenings-view', {
  loadingEvents: 'Loading events',
  nothingIsAnnounced: 'Nothing is announced around here',
  nothingIsAnnounced2: 'Nothing is announced',
  announceAMeetUp: 'Announce a meet-up',
  events: 'Events',
  subscribeInYour: 'Subscribe in your calendar',
  downloadOnce: 'Download once',
  onTheMap: 'On the map',
  everywhere: 'Everywhere',
})
