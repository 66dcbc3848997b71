import { inWords } from '../in-words.ts'

export const words = inWords('chart/price-chart', {
  to: '{low} to {high_minor}',
  theSameAsA: 'The same as a table',
  pricesByDay: 'Prices by day',
  day: 'Day',
  seenFor: 'Seen for',
  times: 'Times',
  nobodyHasSeenIt: 'Nobody has seen it with a price in the last half year.',
  lastSeenFor: 'Last seen for',
  theDashedLineIs: '; the dashed line is',
  whatShopsAsk: ', what shops ask.',
})
