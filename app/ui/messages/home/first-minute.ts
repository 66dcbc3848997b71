import { inWords } from '../in-words.ts'

/** The guided way through the first minute. */
export const words = inWords('home/first-minute', {
  title: 'Your first minute',
  ofAll: '{count} of {all}',
  away: 'Put away',
  /** Where it is over. */
  over: 'That was all of it. From here on it is your street.',
  done: 'done',
  /** Of the pair that came in while its reader watched. */
  cameIn: '{pair}, US {size}, at {shop}: just now.',
  earn: {
    title: 'Earn your first karma',
    words:
      'Say which pair you saw, in which size and shop. A neighbour goes and looks, and 10 karma are minted to you.',
    go: 'Report a restock',
    wait: 'Reported. A neighbour looks, then the chain mints your karma: seconds, on the demo.',
    watch: 'Watch the ledger',
  },
  enter: {
    title: 'Enter a raffle',
    words:
      'A ticket takes one press. The draw is a public number that nobody knows yet, and your browser can check it.',
    go: 'Enter a raffle',
    none: 'No raffle takes entries right now. The next one stands under Raffles when it opens.',
  },
  live: {
    title: 'See a restock come in live',
    words:
      'Stay on this page. The demo’s shop puts a pair on its shelf every little while, and it slides in here.',
    listening: 'Listening',
    connecting: 'Connecting',
  },
  walk: {
    title: 'Send the assistant on a dry run',
    words: 'It walks a shop in a real browser, shows you each step and the total, and buys nothing.',
    go: 'Set up a dry run',
    running: 'It is walking. See its steps as they happen.',
    see: 'Watch it walk',
  },
})
