import type { TradeAct } from '../../../core/trade/acts.ts'
import type { RingState } from '../../../core/trade/ring.ts'
import type { Slashed } from '../../../core/trade/ruling.ts'
import type { TradeState } from '../../../core/trade/states.ts'
import { fill } from './fill.ts'
import { inWords } from './in-words.ts'

/** Where a trade stands. */
export const stateWords: Record<TradeState, string> = inWords('trades.stateWords', {
  offered: 'Offered',
  bonding: 'Bonds are being put up',
  agreed: 'Agreed',
  underway: 'On the way',
  disputed: 'In dispute',
  completed: 'Completed',
  ruled: 'Ruled',
  'timed-out': 'Out of time',
  declined: 'Declined',
  withdrawn: 'Taken back',
  expired: 'Expired',
  'called-off': 'Called off',
  lapsed: 'Lapsed',
})

/** What that means, and what comes next. */
export const stateHints: Record<TradeState, string> = inWords('trades.stateHints', {
  offered: 'The other side can accept, decline or make another offer.',
  bonding: 'Both put up their karma before anything is sent. Nothing is owed until both bonds are there.',
  agreed: 'Send what you agreed on, and say so here.',
  underway: 'Say so when you have got what was agreed.',
  disputed:
    'A jury that the beacon draws, or an arbiter, decides. Nothing in time, and every bond goes back.',
  completed: 'Both got what was agreed. Every bond is back.',
  ruled: 'It was decided; what burned is gone for good.',
  'timed-out': 'Neither confirmed by both nor decided in time. Every bond goes back.',
  declined: 'The other side said no.',
  withdrawn: 'Whoever offered took it back.',
  expired: 'Nobody answered in time.',
  'called-off': 'The first bond was taken back before the second one was there.',
  lapsed: 'Not both bonds were there in time.',
})

/** The verb of each thing that can be done. */
export const actWords: Record<TradeAct | 'vote' | 'rule', string> = inWords('trades.actWords', {
  counter: 'Make another offer',
  accept: 'Accept',
  decline: 'Decline',
  withdraw: 'Take it back',
  ship: 'I have sent mine',
  receive: 'I have got theirs',
  dispute: 'Dispute',
  tell: 'Tell what happened',
  show: 'Show photos',
  bond: 'Put up your bond',
  'take-back': 'Take your bond back',
  confirm: 'I have got theirs',
  appeal: 'Dispute',
  free: 'Free the bonds',
  vote: 'Vote',
  rule: 'Rule',
})

export const conditionWords = inWords('trades.conditionWords', {
  new: 'new',
  tried: 'tried on',
  worn: 'worn',
})

/** Whose bond burns, told of the two by name. */
export function slashedWords(slashed: Slashed, names: { maker: string; taker: string }): string {
  if (slashed === 'nobody' || slashed === 'both') return brokenWords[slashed]
  return fill(brokenWords.one, { name: names[slashed] })
}

export const brokenWords = inWords('trades.broken', {
  nobody: 'Nobody broke their word',
  both: 'Both broke their word',
  one: '{name} broke their word',
})

export const tradeWords = inWords('trades.tradeWords', {
  trades: 'Trades',
  what: 'Pairs change hands between members. Karma that both put up keeps both honest.',
  why: 'Here are the trades you offered and were offered.',
  whyOne: 'Only its two sides see a trade.',
  begin: 'Offer a trade',
  beginWhat: 'Say what you give and what you ask for. Nothing is charged before the other side has accepted.',
  loading: 'Loading trades',
  loadingOne: 'Loading the trade',
  none: 'No trades yet',
  noneFix: 'Fill your closet: whoever has what you want, and wants what you have, is suggested to you.',
  more: 'Show older trades',
  closet: 'Your closet',
  with: 'With whom',
  withHint: 'Their username.',
  one: 'Trade',
  gives: 'You give',
  asks: 'You ask for',
  asksHint: 'May be empty.',
  addPair: 'Add a pair',
  removePair: 'Remove this pair',
  choosePair: 'Choose a pair',
  pair: 'Pair',
  size: 'Size',
  condition: 'Condition',
  bond: 'Bond from each side, karma',
  bondHint: '0: none. Who breaks their word loses theirs.',
  bondFrom: 'Your bond comes from',
  answerIn: 'They may answer for',
  sendIn: 'Sending may take',
  note: 'Note',
  send: 'Send the offer',
  cancel: 'Not now',
  left: 'Somebody who left',
  nothing: 'Nothing',
  maker: 'Offered by',
  taker: 'To',
  until: 'Until',
  offers: 'Offers before',
  partners: 'trading partners',
  partner: 'trading partner',
  lost: 'rulings against',
  terms: 'The terms, as the contract knows them',
  bondsAt: 'Bonds',
  wentWell: 'It went well for me',
  yourBond: 'You put up',
  tell: 'What happened',
  told: 'says',
  evidence: 'Photos',
  evidenceHint: 'The other side sees them, and whoever decides a dispute. Nobody else.',
  dispute: 'Dispute',
  disputes: 'Disputes',
  disputesWhat: 'Those whose jury you sit on. Look at what both say and show, and vote.',
  disputesWhy: 'Here are the disputes that you help to decide.',
  noDisputes: 'Nothing to decide',
  noDisputesFix: 'The beacon draws jurors from active members.',
  toDecide: 'Disputes to decide',
  jurySoon: 'The beacon draws it with round',
  noJury:
    'Too few members could sit as a jury: an arbiter decides. Nothing in time, and every bond goes back.',
  juryVotes: 'of the jurors have voted',
  verdict: 'The jury says',
  ruling: 'Ruling',
  burned: 'karma burned',
  noWallet: 'A bond lives in a wallet, and yours has none yet.',
  link: 'Link a wallet',
  otherWallet: 'This trade is bound to another wallet of yours.',
})

export const closetWords = inWords('trades.closetWords', {
  closet: 'Closet',
  what: 'What you have and would trade, and what you look for. Other members see it.',
  why: 'Here you say what you have and what you want.',
  have: 'I have',
  want: 'I want',
  put: 'Put it in',
  take: 'Take it out',
  loading: 'Loading your closet',
  none: 'Nothing here yet',
  matches: 'Who you could trade with',
  noMatches: 'Nobody yet. Suggestions come as closets fill.',
  swap: 'Swap',
  ring: 'Ring of three',
  rings: 'Rings of three',
  has: 'Has',
  wants: 'Looks for',
  gives: 'gives',
  to: 'to',
})

/** Where a ring of three stands, and what that means. */
export const ringStateWords: Record<RingState, string> = inWords('trades.ringStateWords', {
  open: 'Waits for all three',
  agreed: 'Agreed',
  'called-off': 'Called off',
  expired: 'Expired',
})
export const ringStateHints: Record<RingState, string> = inWords('trades.ringStateHints', {
  open: 'Nothing is owed before all three have joined.',
  agreed: 'It is three trades now. Go on with the two that are yours.',
  'called-off': 'One of the three does not want it. Nothing was owed.',
  expired: 'Not all three joined in time. Nothing was owed.',
})

export const ringWords = inWords('trades.ringWords', {
  propose: 'Propose the ring',
  what: 'Each gives a pair to the next one. All three agree to it, or nobody does.',
  why: 'Only the three who are in a ring see it.',
  loading: 'Loading the ring',
  bond: 'Bond from each side of each trade',
  join: 'Join',
  callOff: 'Call it off',
  joined: 'in',
  waiting: 'not in yet',
  trade: 'See this trade',
})
