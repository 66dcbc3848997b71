import { inWords } from '../in-words.ts'

export const words = inWords('ledger/chart', {
  karma: 'karma',
  yourBalanceOverTime: 'Your balance over time, now {last} karma; the table below has the numbers',
  now: 'now',
  theSameAsA: 'The same as a table',
  balanceOverTime: 'Balance over time',
  changesInRows: ', {changes} changes in {length} rows',
  whenUtc: 'When, UTC',
  balance: 'Balance',
})
