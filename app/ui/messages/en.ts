import type { Channel } from '../../../core/channel/shape.ts'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import type { PurchaseMode, PurchaseState } from '../../../core/checkout/shape.ts'
import type { HappeningKind, RsvpAnswer } from '../../../core/happening/shape.ts'
import type { RuleName } from '../../../core/karma/rules.ts'
import type { Challenge } from '../../../core/karma/shape.ts'
import type { AwardState } from '../../../core/karma/states.ts'
import type { TrustLevel } from '../../../core/karma/trust.ts'
import type { Cause, PendingAward } from '../../../core/ledger/shape.ts'
import type { HouseRule } from '../../../core/moderation/rules.ts'
import type { LogAct, ModCase } from '../../../core/moderation/shape.ts'
import type { PushObstacle } from '../push/support.ts'
import { inWords } from './in-words.ts'

/** A checkout's state as a member says it. */
export const stateWords: Record<PurchaseState, string> = inWords('site.stateWords', {
  queued: 'In line',
  walking: 'Walking the shop',
  'with-member': 'The page is yours',
  review: 'Your call',
  confirmed: 'You said yes',
  submitting: 'Placing the order',
  ordered: 'W. Ordered',
  handover: 'Over to you',
  'not-ordered': 'L. Not ordered',
  unknown: 'Check with the shop',
  'dry-run': 'Dry run done',
})

/** What is said of a checkout's mode beside its size; nothing of the usual one. */
export const modeWords: Record<PurchaseMode, string> = inWords('site.modeWords', {
  review: '',
  'dry-run': ' · dry run',
  auto: ' · without asking',
})

/** What is asked of the member who has the worker's page. */
export const lentWords: Record<Extract<Outcome, { kind: 'handover' }>['reason'], string> = inWords(
  'site.lentWords',
  {
    challenge: 'The shop asks for a person. That is you: answer it here, then give the page back.',
    review: 'Something in the cart is not as you asked. Have a look, put it right, then give the page back.',
    payment: 'The shop or your bank wants an answer from you alone. Give it here.',
    price: 'The price is not what you allowed. It is your call.',
    policy: 'This shop wants a person for what comes next.',
    'unknown-page': 'The assistant does not know the way on from this page. You might.',
  },
)

/** Why the shop's page was handed to the member. */
export const handoverWords: Record<Extract<Outcome, { kind: 'handover' }>['reason'], string> = inWords(
  'site.handoverWords',
  {
    challenge: 'The shop asked for a human. SNPD never answers for you.',
    review: 'The cart was not as you asked, so nothing was bought.',
    payment: 'The shop wants you to pay yourself.',
    price: 'The total is above the most you allowed, or it changed after you said yes.',
    policy: 'This shop asks that a person makes the final step.',
    'unknown-page': 'The shop showed a page SNPD does not know.',
  },
)

export const notOrderedWords: Record<Extract<Outcome, { kind: 'not-ordered' }>['reason'], string> = inWords(
  'site.notOrderedWords',
  {
    'sold-out': 'Sold out before we got there.',
    refused: 'The shop refused the order.',
    expired: 'Time ran out. Nothing was bought.',
    cancelled: 'You cancelled. Nothing was bought.',
  },
)

/** Where an award is on its way to the chain. */
export const awardWords: Record<PendingAward['state'], string> = inWords('site.awardWords', {
  unconfirmed: 'Waits for another member to confirm',
  capped: 'Not paid',
  maturing: 'Confirmed, in its challenge window',
  challenged: 'Held: another member disputes it',
  'needs-wallet': 'Needs a wallet: link one to receive it',
  matured: 'Due, in the next batch',
  minting: 'Being minted on chain',
  reversed: 'Taken back',
})

export const ruleNames: Readonly<Record<RuleName | 'raffle.entry', string>> = inWords('site.ruleNames', {
  'restock.report': 'Your restock report',
  'restock.first-confirmation': 'First to confirm a restock',
  'restock.scout': 'First to find a drop in an area',
  'checkout.shared': 'Shared how a checkout ended',
  'reply.helpful': 'A reply that helped',
  'trade.completed': 'Completed trade',
  'flag.upheld': 'Upheld flag',
  'adapter.tested': 'Tested a shop adapter',
  'raffle.entry': 'A raffle entry',
})

/** A karma rule in plain words. */
export const ruleWords = (rule: string) =>
  Object.entries(ruleNames).find(([name]) => name === rule)?.[1] ?? rule.replace(/[._-]/g, ' ')

/** Rules for acts that SNPD has no page for yet: published, since they are part of what a mint names, and told apart. */
const coming = ['checkout.shared', 'reply.helpful', 'adapter.tested', 'raffle.entry']

export const isComing = (rule: string) => coming.includes(rule)

/** Why karma moved, when no rule of ours says it. */
export const causeWords: Record<Cause, string> = inWords('site.causeWords', {
  award: 'Awarded',
  'raffle-entry': 'Raffle entry',
  'raffle-refund': 'Raffle ticket, paid back',
  pass: 'Access pass',
  trade: 'Bond of a trade',
  spent: 'Spent',
  sent: 'Sent to',
  received: 'Received from',
  itself: 'Sent to the same wallet',
})

/** A trust level as a member says it. */
export const levelWords: Record<TrustLevel, string> = inWords('site.levelWords', {
  new: 'New',
  regular: 'Regular',
  trusted: 'Trusted',
  steward: 'Steward',
})

/** An award's state as a moderator reads it. */
export const stateOfAwardWords: Record<AwardState, string> = inWords('site.stateOfAwardWords', {
  unconfirmed: 'unconfirmed',
  capped: 'not paid',
  maturing: 'in its window',
  challenged: 'disputed',
  'needs-wallet': 'no wallet',
  matured: 'due',
  minting: 'being minted',
  minted: 'minted',
  reversed: 'taken back',
})

export const outcomeWords: Record<NonNullable<Challenge['outcome']>, string> = inWords('site.outcomeWords', {
  upheld: 'was wrong',
  dismissed: 'was right',
  false: 'bad faith',
})

/** The form that reports a restock. */
export const reportWords = inWords('site.reportWords', {
  photo: 'Photo',
  photoHint: 'JPEG, PNG or WebP, 8 MB at most. Place, time and camera are taken out of it before it is kept.',
  photoTooLarge: 'This file is larger than 8 MB. Choose a smaller one.',
  photoFailed: 'Your report is in. Its photo is not.',
  photoAgain: 'Send the photo again',
  withoutPhoto: 'Go on without it',
})

/** Why push cannot work in this browser, and what would make it work. */
export const pushWords: Record<PushObstacle, { why: string; fix: string }> = inWords('site.pushWords', {
  insecure: {
    why: 'This page came without https, and browsers take push from safe pages alone.',
    fix: 'Open SNPD by its https address.',
  },
  'home-screen': {
    why: 'An iPhone or iPad shows push only to pages on the Home Screen.',
    fix: 'Press Share, then Add to Home Screen, and turn it on there.',
  },
  unsupported: {
    why: 'This browser has no push.',
    fix: 'Use a webhook or Discord below, or another browser.',
  },
  denied: {
    why: 'You told this browser to keep our notifications from you.',
    fix: "Allow them in the browser's settings for this site, then come back.",
  },
  'no-service': {
    why: "This browser could not reach its maker's push service.",
    fix: 'Some networks and some builds of Chromium have none. Try another network, or use a webhook or Discord below.',
  },
})

/** Where alerts are sent to. */
export const channelWords: Record<Channel['kind'], string> = inWords('site.channelWords', {
  'web-push': 'Browser',
  webhook: 'Webhook',
  discord: 'Discord',
})

/** What goes on. */
export const happeningWords: Record<HappeningKind, string> = inWords('site.happeningWords', {
  'meet-up': 'Meet-up',
  line: 'Line',
  release: 'Release',
  drop: 'SNPD drop',
})

/** What somebody says to it. */
export const answerWords: Record<RsvpAnswer, string> = inWords('site.answerWords', {
  going: 'I come',
  maybe: 'Maybe',
})

/** The map and what is around a place. */
export const mapWords = inWords('site.mapWords', {
  where: 'City, ZIP code or address',
  here: 'Around me',
  hereHint: 'Where you stand stays on this device; only a cell of about 5 km² is sent.',
  announceHint:
    'Where you stand stays on this device; only a cell of about 0.1 km² is sent, and everybody sees its middle.',
  unknown: 'Nobody knows this place. Check the spelling, or name the city or a ZIP code.',
  plain: 'This place was found by a service that lets it be shown on its own map alone, so here is the list.',
  quiet: 'Nothing in the last seven days.',
  peek: 'You look from far away: posts are counted for the whole city, and lines are told to who is there.',
})

/** What a post is reported for. */
export const houseRuleWords: Record<HouseRule, string> = inWords('site.houseRuleWords', {
  spam: 'Spam',
  scam: 'A scam or fakes',
  abuse: 'Abuse or threats',
  private: "Somebody's private matters",
  false: 'False news on purpose',
  illegal: 'Against the law',
  other: 'Something else',
})

/** What brought something before the moderators. */
export const caseCauseWords: Record<ModCase['cause'], string> = inWords('site.caseCauseWords', {
  report: 'Reported',
  votes: 'Voted down',
  filter: 'Held by a filter',
})

export const caseStateWords: Record<ModCase['state'], string> = inWords('site.caseStateWords', {
  open: 'open',
  claimed: 'taken',
  kept: 'stands',
  removed: 'taken down',
  appealed: 'appealed',
  upheld: 'taken down for good',
  restored: 'back after an appeal',
})

/** A line of the public log. */
export const logActWords: Record<LogAct, string> = inWords('site.logActWords', {
  'post.hidden': 'A post was hidden until somebody looks',
  'post.removed': 'A post was taken down',
  'post.kept': 'A post was looked at and stands',
  'event.removed': 'An event was taken down',
  'event.kept': 'An event was looked at and stands',
  'restock.removed': 'A note of a restock was taken down',
  'restock.kept': 'A note of a restock was looked at and stands',
  'group.removed': 'A group was taken down',
  'group.kept': 'A group was looked at and stands',
  'guide.removed': 'A guide was taken down',
  'guide.kept': 'A guide was looked at and stands',
  strike: 'A strike was given',
  mute: 'A member was muted',
  unmute: 'A mute was lifted',
  'appeal.granted': 'An appeal was right: it was undone',
  'appeal.refused': 'An appeal was refused',
  'filter.added': 'A filter was added',
  'filter.removed': 'A filter was removed',
})
