import type { Outcome } from '../../../core/checkout/outcome.ts'
import type { PurchaseMode, PurchaseState } from '../../../core/checkout/shape.ts'
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
