import { inWords } from '../in-words.ts'

export const words = inWords('map/map-lists', {
  noShopWithinFive: 'No shop within five miles.',
  noLineWasReported: 'No line was reported in the last six hours.',
  aLineAroundHere: 'A line around here',
  linesNow: 'Lines now',
  shopsTheNearestFirst: 'Shops, the nearest first',
  eventsOfTheNext: 'Events of the next 30 days',
  nothingIsAnnounced: 'Nothing is announced around here.',
  allEventsAroundHere: 'All events around here',
})
