import type { Channel } from '../../../core/channel/shape.ts'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import type { PurchaseMode, PurchaseState } from '../../../core/checkout/shape.ts'
import type { RuleName } from '../../../core/karma/rules.ts'
import type { Challenge } from '../../../core/karma/shape.ts'
import type { AwardState } from '../../../core/karma/states.ts'
import type { TrustLevel } from '../../../core/karma/trust.ts'
import type { Cause, PendingAward } from '../../../core/ledger/shape.ts'
import type { HouseRule } from '../../../core/moderation/rules.ts'
import type { PostKind } from '../../../core/post/kind.ts'
import type { ReleaseKind } from '../../../core/release/shape.ts'
import type { PushObstacle } from '../push/support.ts'

/** A checkout's state as a member says it. */
export const stateWords: Record<PurchaseState, string> = {
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
}

/** What is said of a checkout's mode beside its size; nothing of the usual one. */
export const modeWords: Record<PurchaseMode, string> = {
  review: '',
  'dry-run': ' · dry run',
  auto: ' · without asking',
}

/** What is asked of the member who has the worker's page. */
export const lentWords: Record<Extract<Outcome, { kind: 'handover' }>['reason'], string> = {
  challenge: 'The shop asks for a person. That is you: answer it here, then give the page back.',
  review: 'Something in the cart is not as you asked. Have a look, put it right, then give the page back.',
  payment: 'The shop or your bank wants an answer from you alone. Give it here.',
  price: 'The price is not what you allowed. It is your call.',
  policy: 'This shop wants a person for what comes next.',
  'unknown-page': 'The assistant does not know the way on from this page. You might.',
}

/** Why the shop's page was handed to the member. */
export const handoverWords: Record<Extract<Outcome, { kind: 'handover' }>['reason'], string> = {
  challenge: 'The shop asked for a human. SNPD never answers for you.',
  review: 'The cart was not as you asked, so nothing was bought.',
  payment: 'The shop wants you to pay yourself.',
  price: 'The total is above the most you allowed, or it changed after you said yes.',
  policy: 'This shop asks that a person makes the final step.',
  'unknown-page': 'The shop showed a page SNPD does not know.',
}

export const notOrderedWords: Record<Extract<Outcome, { kind: 'not-ordered' }>['reason'], string> = {
  'sold-out': 'Sold out before we got there.',
  refused: 'The shop refused the order.',
  expired: 'Time ran out. Nothing was bought.',
  cancelled: 'You cancelled. Nothing was bought.',
}

/** Where an award is on its way to the chain. */
export const awardWords: Record<PendingAward['state'], string> = {
  unconfirmed: 'Waits for another member to confirm',
  capped: 'Not paid',
  maturing: 'Confirmed, in its challenge window',
  challenged: 'Held: another member disputes it',
  'needs-wallet': 'Needs a wallet: link one to receive it',
  matured: 'Due, in the next batch',
  minting: 'Being minted on chain',
  reversed: 'Taken back',
}

const rules: Readonly<Record<RuleName | 'raffle.entry', string>> = {
  'restock.report': 'Your restock report',
  'restock.first-confirmation': 'First to confirm a restock',
  'restock.scout': 'First to find a drop in an area',
  'checkout.shared': 'Shared how a checkout ended',
  'reply.helpful': 'A reply that helped',
  'trade.completed': 'Completed trade',
  'flag.upheld': 'Upheld flag',
  'adapter.tested': 'Tested a shop adapter',
  'raffle.entry': 'A raffle entry',
}

/** A karma rule in plain words. */
export const ruleWords = (rule: string) =>
  Object.entries(rules).find(([name]) => name === rule)?.[1] ?? rule.replace(/[._-]/g, ' ')

/** Rules for acts that SNPD has no page for yet: published, since they are part of what a mint names, and told apart. */
const coming = ['checkout.shared', 'reply.helpful', 'trade.completed', 'adapter.tested', 'raffle.entry']

export const isComing = (rule: string) => coming.includes(rule)

/** Why karma moved, when no rule of ours says it. */
export const causeWords: Record<Cause, string> = {
  award: 'Awarded',
  'raffle-entry': 'Raffle entry',
  'raffle-refund': 'Raffle ticket, paid back',
  pass: 'Access pass',
  trade: 'Bond of a trade',
  spent: 'Spent',
  sent: 'Sent to',
  received: 'Received from',
  itself: 'Sent to the same wallet',
}

/** A trust level as a member says it. */
export const levelWords: Record<TrustLevel, string> = {
  new: 'New',
  regular: 'Regular',
  trusted: 'Trusted',
  steward: 'Steward',
}

/** An award's state as a moderator reads it. */
export const stateOfAwardWords: Record<AwardState, string> = {
  unconfirmed: 'unconfirmed',
  capped: 'not paid',
  maturing: 'in its window',
  challenged: 'disputed',
  'needs-wallet': 'no wallet',
  matured: 'due',
  minting: 'being minted',
  minted: 'minted',
  reversed: 'taken back',
}

export const outcomeWords: Record<NonNullable<Challenge['outcome']>, string> = {
  upheld: 'was wrong',
  dismissed: 'was right',
  false: 'bad faith',
}

/** The form that reports a restock. */
export const reportWords = {
  photo: 'Photo',
  photoHint: 'JPEG, PNG or WebP, 8 MB at most. Place, time and camera are taken out of it before it is kept.',
  photoTooLarge: 'This file is larger than 8 MB. Choose a smaller one.',
  photoFailed: 'Your report is in. Its photo is not.',
  photoAgain: 'Send the photo again',
  withoutPhoto: 'Go on without it',
}

/** Why push cannot work in this browser, and what would make it work. */
export const pushWords: Record<PushObstacle, { why: string; fix: string }> = {
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
}

/** Where alerts are sent to. */
export const channelWords: Record<Channel['kind'], string> = {
  'web-push': 'Browser',
  webhook: 'Webhook',
  discord: 'Discord',
}

/** How a pair comes out. */
export const releaseWords: Record<ReleaseKind, string> = {
  drop: 'SNPD drop',
  raffle: 'Raffle',
  'in-store': 'In store',
  online: 'Online',
}

/** What a post is about. */
export const kindWords: Record<PostKind, string> = {
  intel: 'Intel',
  line: 'Line',
  win: 'W',
  loss: 'L',
  question: 'Question',
}

export const kindHints: Record<PostKind, string> = {
  intel: 'What you saw or heard',
  line: 'How long, how fast',
  win: 'You copped',
  loss: 'You did not',
  question: 'Ask the street',
}

/** Posts, threads and the feed. */
export const postWords = {
  street: 'The street',
  streetWhat: 'What members see, hear and cop. Near you, when you want it near.',
  post: 'Post',
  posts: 'Posts',
  write: 'Post',
  nobody: 'Somebody who left',
  anonymous: 'anonymous here',
  you: 'you',
  yourArea: 'in your area',
  edited: 'edited',
  gone: 'Taken back. What was answered to it still stands.',
  hidden: 'Only you see this until a moderator has looked at it.',
  readAll: 'Read all of it',
  up: 'Vote up',
  down: 'Vote down',
  score: 'Score',
  likes: 'Likes',
  like: 'Like',
  save: 'Save for later',
  moreOwn: 'Change or take back',
  moreOthers: 'Report or mute',
  loading: 'Loading posts',
  loadingOne: 'Loading the post',
  loadingReplies: 'Loading replies',
  older: 'Show older posts',
  empty: 'Quiet out here',
  emptyFix: 'Say what you see: a line, a restock, a question. Somebody out there wants to know.',
  emptyFollowing: 'Nobody you follow has posted',
  emptyFollowingFix: 'Follow members on their pages, and what they post comes in here.',
  followSignedOut: 'Sign in to see whom you follow',
  signIn: 'Sign in',
  peek: 'You look at this place from far away: no place is told finer than the city.',
  whose: 'Whose posts',
  order: 'Order',
  everywhere: 'Everywhere',
  nearMe: 'Near me',
  following: 'Following',
  newest: 'New',
  hot: 'Hot',
  city: 'Peek at a city',
  noCity: 'No city',
  show: 'Show',
  onePair: 'One pair',
  oneShop: 'One shop',
  takeOff: 'take off',
  savedTitle: 'Saved',
  savedWhat: 'Posts you kept for later. Nobody else knows.',
  savedWhy: 'What you save is yours alone.',
  nothingSaved: 'Nothing saved',
  nothingSavedFix: 'The flag under a post keeps it here.',
  toFeed: 'To the street',
  replies: 'Replies',
  noReplies: 'Nobody has answered yet.',
  moreReplies: 'Show more replies',
  answers: 'answers',
  answer: 'Answer',
  answering: 'You answer',
  answerPost: 'Answer the post instead',
  replyTitle: 'Answer',
  replyWhy: 'Answers are written by members.',
  yourReply: 'Your answer',
  reply: 'Send answer',
  left: 'characters left',
  asAnonymous: 'Without my name',
  asAnonymousHint: 'You get a name for this thread alone. Nobody sees which other posts are yours.',
  kind: 'What is it?',
  otherWords: 'In other words',
  saveWords: 'Save the words',
  wordsSaved: '✓ Saved',
  takeBack: 'Take it back',
  takeBackSure: 'Words and photos are deleted for good.',
  takeBackYes: 'Yes, take it back',
  keepIt: 'Keep it',
  report: 'Report',
  reportWhy: 'What is wrong with it?',
  reportChoose: 'Choose a rule',
  reportMore: 'Anything a moderator should know',
  reportHint: 'Moderators alone read this. The author is not told who reported it.',
  reported: '✓ A moderator will look at it.',
  shun: {
    mute: {
      name: 'Mute this member',
      what: 'You see their posts no more. They are not told.',
      done: '✓ Muted. Lists leave them out from now on.',
    },
    block: {
      name: 'Block this member',
      what: 'Neither of you sees what the other posts by name.',
      done: '✓ Blocked. Lists leave them out from now on.',
    },
    thread: {
      name: 'Mute them in this thread',
      what: 'Anonymous: who else they are here stays theirs, so a mute ends with the thread.',
      done: '✓ Muted in this thread.',
    },
  },
}

/** "Show 1 new post", "Show 20 or more new posts": a page at a time is looked for. */
export const newPostsText = (count: number) => {
  const many = count >= 20 ? `${count} or more` : String(count)
  return `Show ${many} new ${count === 1 ? 'post' : 'posts'}`
}

/** The form that writes a post. */
export const composeWords = {
  title: 'Say it',
  what: 'Where you stand stays on your phone: it snaps to an area of some 5 km², and only that is sent.',
  why: 'Posts are written by members.',
  text: 'What happened?',
  textHint: 'Plain text. Links stay text.',
  pair: 'Pair',
  noPair: 'No pair',
  shop: 'Shop',
  noShop: 'No shop',
  where: 'Where',
  nowhere: 'No place',
  area: 'My area',
  atShop: 'I am at this shop',
  whereHints: {
    nowhere: 'Everybody sees it; nobody near you sees it first.',
    area: 'Told as an area that at least 20 members share, or a wider one. Never finer later.',
    shop: 'A street of some 0.7 km² is sent. Told only as finely as at least 20 members share.',
  },
  send: 'Post it',
}

export const photoWords = {
  label: 'Photos',
  hint: 'Up to 4: JPEG, PNG or WebP, 8 MB each at most. Place, time and camera are taken out of them.',
  tooMany: 'These are more than 4. Choose fewer.',
}

/** What a post is reported for. */
export const houseRuleWords: Record<HouseRule, string> = {
  spam: 'Spam or advertising',
  scam: 'A scam or a fake',
  abuse: 'Abuse or threats',
  private: "Somebody's private life",
  false: 'Not true',
  illegal: 'Against the law',
  other: 'Something else',
}

/** A member as others see them. */
export const profileWords = {
  loading: 'Loading the member',
  settings: 'Your settings',
  signIn: 'Sign in to follow',
  follow: 'Follow',
  follows: 'Following',
  posts: ['post', 'posts'] as const,
  followers: ['follower', 'followers'] as const,
  following: 'following',
  since: 'here since',
  empty: 'No posts under this name yet',
}
