import { inWords } from '../in-words.ts'

export const words = inWords('drop/size-legend', {
  seenOnAShelf: 'seen on a shelf within a day, and confirmed',
  yourOwnCheckoutFound: 'your own checkout found it sold out',
  soldNowSentLater: 'sold now, sent later',
  noConfirmedReportToday: 'no confirmed report today. The assistant asks the shop.',
  sawThisPairIn: 'Saw this pair in a shop?',
  sayWhichSize: 'Say which size',
})
