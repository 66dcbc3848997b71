import type { ResultOutcome, ResultWay } from '../../../core/group/win-loss.ts'
import type { LineKind } from '../../../core/guide/diff.ts'
import { fill, plural } from './fill.ts'
import { inWords } from './in-words.ts'

/** Guides of a group: the list, one of them, writing. */
export const guideWords = inWords('guild.guideWords', {
  guides: 'Guides',
  what: 'What the group knows, written together.',
  write: 'Write a guide',
  none: 'No guide yet',
  noneFix: 'Write the first one: where to stand, when to log in, what to bring.',
  loading: 'Loading guides',
  loadingOne: 'Loading the guide',
  title: 'Title',
  text: 'Text',
  textHint: 'Markdown: # heading, - list, **bold**, [words](https://address).',
  note: 'What did you change?',
  noteHint: 'One line for the history.',
  save: 'Save this version',
  edit: 'Edit',
  history: 'History',
  loadingHistory: 'Loading the history',
  more: 'Show older versions',
  version: 'Version',
  old: 'This is an older version.',
  newest: 'Read the newest',
  restore: 'Bring it back',
  restoreNote: 'Back to version',
  by: 'by',
  nobody: 'somebody who left',
  remove: 'Take it away',
  removeSure: 'Yes, take it away with its history',
  keep: 'Keep it',
  back: 'All guides',
  table: 'Table',
  changes: 'What changed',
  loadingChanges: 'Comparing',
  noChanges: 'Nothing: both say the same.',
  from: 'From version',
  to: 'To version',
  compare: 'Compare',
  compareNewest: 'Compare it with the newest',
})

/** Lines of two versions. */
export const lineWords: Record<LineKind, { sign: string; name: string }> = inWords('guild.lineWords', {
  same: { sign: '', name: 'In both' },
  added: { sign: '+', name: 'Written in' },
  removed: { sign: '−', name: 'Taken out' },
})

/** Of one version, beside the one before. */
export const changedIn = (version: number) => fill(countedWords.changedIn, { version })

/** "12 lines are the same". */
export const skippedText = (lines: number) => plural(countedWords.skipped, lines)

export const countedWords = inWords('guild.counted', {
  changedIn: 'What changed in version {version}',
  skipped: { one: '1 line is the same', other: '{n} lines are the same' },
})

export const outcomeWords: Record<ResultOutcome, string> = inWords('guild.outcomeWords', {
  win: 'Win',
  loss: 'Loss',
})

export const wayWords: Record<ResultWay, string> = inWords('guild.wayWords', {
  hand: 'By hand, on the page',
  'in-store': 'In the shop',
  draw: 'In a draw of the shop’s',
})

/** The results board. */
export const resultWords = inWords('guild.resultWords', {
  results: 'Results',
  what: 'Who got a pair where, and by what. A tick is a checkout of SNPD’s that shows it.',
  loading: 'Loading results',
  period: 'Period',
  none: 'No result in this time yet',
  noneFix: 'Put your last win or loss on the board.',
  table: 'Wins and losses per shop',
  shop: 'Shop',
  by: 'By',
  wins: 'Wins',
  losses: 'Losses',
  rate: 'Won',
  latest: 'Latest',
  shown: 'shown by a checkout',
  add: 'Add a result',
  checkout: 'A checkout of yours',
  noCheckout: 'None: I say it',
  outcome: 'What came of it',
  way: 'How',
  chooseShop: 'Choose a shop',
  store: 'Shop',
  pair: 'Pair',
  noPair: 'Not said',
  size: 'Size',
  send: 'Put it on the board',
  remove: 'Take off',
  assistant: 'Assistant',
  unknown: 'Assistant',
})

/** The alert channel, monitors and bridges. */
export const groupAlertWords = inWords('guild.groupAlertWords', {
  alerts: 'Alerts',
  what: 'What moderators call out and what the group’s monitors see.',
  loading: 'Loading alerts',
  none: 'Nothing was called out yet',
  noneFix: 'Alerts of the group’s monitors come here too.',
  listening: 'You are told of them where you are told of alerts.',
  deaf: 'You are not told of them.',
  turnOff: 'Tell me no more',
  turnOn: 'Tell me',
  channels: 'Where I am told',
  call: 'Call out',
  callLabel: 'What everybody is to know now',
  callHint: 'It goes to everybody in the group at once, and over its bridges.',
  nobody: 'Somebody who left',
  size: 'Size',
  ended: 'Gone',
  ahead: 'Preorder',
  see: 'See it',
  monitors: 'Shared monitors',
  monitorsWhat: 'Pages that are watched for the whole group.',
  loadingMonitors: 'Loading monitors',
  noMonitors: 'The group watches nothing yet',
  page: 'Address of the product’s page',
  pageHint: 'At the shop’s own address.',
  pair: 'Pair',
  shop: 'Shop',
  choose: 'Choose one',
  share: 'Watch it together',
  stop: 'Stop',
  looked: 'Looked',
  notYet: 'Not looked at yet',
  paused: 'Stopped by an operator',
  inStock: 'in',
  noSizes: 'No size is there',
  bridges: 'Discord bridges',
  bridgesWhat:
    'The group’s alerts go to these channels too, for as long as whoever built the bridge is a moderator.',
  loadingBridges: 'Loading bridges',
  noBridges: 'No bridge yet',
  bridgeUrl: 'Webhook of the Discord channel',
  bridgeHint: 'Discord: channel settings, Integrations, Webhooks. Only the worker that sends can read it.',
  bridgeLabel: 'What to call it',
  build: 'Build the bridge',
  test: 'Test',
  takeDown: 'Take down',
})

/** "3 of 4" as "75%". */
export const rateText = (wins: number, losses: number) => `${Math.round((100 * wins) / (wins + losses))}%`
