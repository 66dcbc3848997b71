import type { Standing } from '../../../core/vote/counts.ts'
import type { ProposalState } from '../../../core/vote/states.ts'
import { inWords } from './in-words.ts'

/** Where a proposal stands. */
export const proposalWords: Record<ProposalState, string> = inWords('votes.proposalWords', {
  pending: 'Opens soon',
  active: 'Open',
  succeeded: 'Won',
  queued: 'Won, waits',
  executed: 'In force',
  defeated: 'Not carried',
  canceled: 'Taken back',
})

/** Whether one's vote counts in a proposal, and what to do about it. */
export const standingWords: Record<Standing, string> = inWords('votes.standingWords', {
  voted: 'You voted. A vote stands once it is cast.',
  counts: 'Your vote counts here.',
  'too-late':
    'Your vote does not count here: it was switched on, or your karma earned, after this opened. It counts in the next one.',
  off: 'Your vote does not count here: it is not switched on. Switch it on below, once, for every later proposal.',
  given: 'Your vote counts with whom you gave it to. Take it back below for every later proposal.',
  'nothing-earned':
    'Your vote does not count yet: you vote with the karma you earned, and this wallet has earned none.',
  over: 'Votes are no longer taken.',
})

export const supportWords = inWords<[string, string, string]>('votes.supportWords', [
  'Against',
  'For',
  'Abstain',
])

export const voteWords = inWords('votes.voteWords', {
  votes: 'Votes',
  what: 'Members decide what SNPD does next. You vote with the karma you ever earned; spending it costs you no voice.',
  propose: 'Propose a change',
  proposeWhat: 'Say what should change and why. If enough members agree, the product changes by itself.',
  none: 'No proposals yet',
  noneWhat: 'Whoever earned enough karma can make the first one.',
  open: 'Open',
  past: 'Past votes',
  change: 'What changes',
  why: 'Why',
  author: 'Proposed by',
  tally: 'How it stands',
  yours: 'Your vote here',
  cast: 'Who voted',
  nobody: 'Nobody has voted yet.',
  say: 'Say why, if you like',
  sayHint: 'Everybody reads it beside your vote. It goes on chain, and cannot be taken back.',
  withheld: "Said something that the moderators' filters hold back.",
  unread: 'This also calls something that SNPD cannot read. Vote for it only if you can:',
  holds: 'Holds to this day.',
  changed: 'A later vote changed it again.',
  takeBack: 'Take it back',
  takeBackWhat: 'It is yours: until it opens you can take it back.',
  signIn: 'Sign in to vote',
  title: 'Title',
  titleHint: 'One line that says what you want.',
  reason: 'Why?',
  reasonHint: 'What gets better, and for whom.',
  knob: 'What should change?',
  value: 'New value',
  on: 'On',
  off: 'Off',
  now: 'Now',
  send: 'Propose it',
  features: 'The product',
  karma: 'The karma rules',
  missing: 'Choose what should change, and write a title.',
})
