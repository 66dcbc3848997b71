import { inWords } from '../in-words.ts'

export const words = inWords('restock/restock-card', {
  usSize: 'US size',
  us: 'US',
  oneSize: 'One size',
  price: 'Price',
  confirmations: 'Confirmations',
  seenBy: '· seen by',
  theMonitor: 'the monitor',
  readOnItsPage: 'Read on its page:',
  counted: { one: '1 confirmation', other: '{n} confirmations' },
})
