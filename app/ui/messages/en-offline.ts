import { inWords } from './in-words.ts'

/** Without a connection. */
export const offlineWords = inWords('offline.offlineWords', {
  offline: 'Offline',
  reconnecting: 'Reconnecting. What you see may be out of date.',
  kept: 'This page is as you last saw it,',
  again: 'Load it anew',
  title: 'You are offline',
  what: 'This page is not on your device. It opens by itself when you are back.',
  tryAgain: 'Try again',
  keptPages: 'On your device',
  nothingKept: 'No page is kept yet: those you read while you are connected will be here.',
  write: 'Write a post for later',
  home: 'Home',
})

/** Posts that were written and could not be sent. */
export const outboxWords = inWords('offline.outboxWords', {
  title: 'Not sent yet',
  what: 'They go out by themselves when you are back, each one once.',
  queued: 'Kept on your device. It goes out by itself when you are back.',
  send: 'Send now',
  discard: 'Discard',
  old: 'Over a day old. It may have gone out after all: look at your posts before you send it again.',
  waiting: { one: '1 post waits for a connection.', other: '{n} posts wait for a connection.' },
  sent: { one: '✓ Your post went out.', other: '✓ {n} posts went out.' },
  photos: { one: '1 photo', other: '{n} photos' },
  look: 'Look',
})
