import { inWords } from './in-words.ts'

/** The page that stands in for those that are not on the device. */
export const offlineWords = inWords('offline.offlineWords', {
  title: 'You are offline',
  what: 'This page is not on your device. It opens by itself when you are back.',
  tryAgain: 'Try again',
  keptPages: 'On your device',
  nothingKept: 'No page is kept yet: those you read while you are connected will be here.',
  write: 'Write a post for later',
  home: 'Home',
})
