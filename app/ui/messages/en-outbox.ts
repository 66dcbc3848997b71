import { inWords } from './in-words.ts'

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
