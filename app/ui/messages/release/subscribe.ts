import { inWords } from '../in-words.ts'

export const words = inWords('release/subscribe', {
  inYourOwnCalendar: 'In your own calendar',
  keptUpToDate:
    ', kept up to date by your calendar. Days without an hour are whole days; a release that is called off says so.',
  subscribe: 'Subscribe',
  copyTheAddress: 'Copy the address',
  downloadOnce: 'Download once',
  copied: '✓ Copied',
  yourBrowserDidNot: 'Your browser did not allow it. It is {address}',
})
