import { inWords } from '../in-words.ts'

/** What the drawn odds show: each ticket, or hundredths of all; `Yours`: with one that is not bought yet. */
export const words = inWords('chart/odds-chart', {
  tickets: 'One mark for each ticket; filled ones win.',
  ticketsYours: 'One mark for each ticket, yours included; filled ones win.',
  hundredths: 'One mark for each hundredth of the tickets; filled ones win.',
  hundredthsYours: 'One mark for each hundredth of the tickets, yours included; filled ones win.',
})
