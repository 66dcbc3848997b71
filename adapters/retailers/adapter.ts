import type { Page } from 'playwright-core'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { PayWay } from '../../core/checkout/profile.ts'
import type { ListedOrder } from '../../core/checkout/reconcile.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { Final, Retryable } from '../../core/errors.ts'
import type { Later } from '../../core/manners/pushback.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { PaymentCard } from '../../core/payment/purpose.ts'
import type { Stay } from './stay.ts'
import type { UcpSession } from './universal/ucp/shape.ts'

/** Who buys; an empty email: nobody said yet. `given` and `family` where a name's parts are known apart. */
export type Buyer = ShippingAddress & { email: string; given?: string; family?: string; phone?: string }

/** What the buyer would rather have where the shop leaves a choice. */
export type Wishes = {
  shipping: 'cheapest' | 'fastest'
  /** Best first; what needs no card when it names nothing that the shop has. */
  payment: readonly PayWay[]
}

/** What earlier pages of the walk said of the item; later pages are held against it. */
export type Facts = {
  title: string
  /** What the product page says that one pair costs, in minor units: what it shows, and what its metadata says. */
  prices: number[]
  currency: string | null
  sizeSeen: boolean
  /** Puts the chosen size into the cart by the shop's own software, and opens it; false when that does not work. */
  addBy: (() => Promise<boolean>) | null
  /** A checkout by the shop's own interface (UCP), where it has one and sells the pair by it. */
  ucp: UcpSession | null
  askedUcp: boolean
  /** The shop's software was asked in vain: its pages decide from here on. */
  byPage: boolean
  /** Where anyone can go on with the same cart; null where the shop has no such address. */
  resumeUrl: string | null
  /** What asks for a human before every payment: a line of the shop's robots.txt, or what is known of the site. Null without. */
  reviewPolicy: string | null
  /** The pair is in the cart: the product's page is behind us. */
  added: boolean
  /** The member had a hand in this page: what it shows may be what they typed, and is kept nowhere. */
  helped: boolean
  /** An address has been filled in: from then on a link to the cart is the way back. */
  tillSeen?: true
  /** Somebody's email, at least, was filled in. Before that no button can buy: the shop does not know for whom. */
  buyerTold?: true
  /** The page that was left as it was once, because a part of it had come after the steps had looked. */
  lookedAgainAt?: string
}

/** What pays, opened; only while a step asks for it. */
export type PaymentDetails = { card: PaymentCard; code: string | null }

/** The shop asks to come back later. */
export type Pushback = Later & {
  /** The page itself, not something that the page asked for. */
  isPage: boolean
}

/** One walk through one shop. */
export type Walk = {
  page: Page
  productUrl: URL
  size: string
  buyer: Buyer
  wishes: Wishes
  /**
   * Opens what the member sealed: null when they sealed nothing. To be called where the shop asks, never earlier, and
   * what it gives kept nowhere.
   */
  payment: () => Promise<PaymentDetails | null>
  facts: Facts
  /** HTTP status of the last document the page navigated to. */
  status: () => number
  /** HTTP status of the shop's last answer to something that the page sent it. */
  answer: () => number
  /** The last time that the shop asked to come back later; taking it forgets it. */
  pushback: { take: () => Pushback | undefined }
  /** From now on at least so many milliseconds lie between two pages; 0 for none. */
  pace: (ms: number) => Promise<void>
  /** The walk's place at the shop's gate; only tests of single steps have none. */
  stay?: Stay
}

export type WalkStep = 'find' | 'choose' | 'add' | 'address' | 'shipping' | 'payment'
export type StepName = WalkStep | 'review' | 'submit' | 'confirm' | 'reconcile'

export type Confirmation =
  | { kind: 'ordered'; number: string | null; evidence: string }
  | {
      kind: 'refused'
      soldOut: boolean
      /** The server itself refused what was sent (4xx), not its page alone. */
      isFirm: boolean
      evidence: string
    }
  /** The bank, or the shop, asks for the person before the order is one. */
  | { kind: 'person'; reason: 'payment' | 'challenge'; detail: string }
  | { kind: 'unclear'; detail: string }
export type Lookup =
  | { kind: 'listed'; orders: ListedOrder[]; evidence: string }
  | { kind: 'none'; evidence: string }
  | { kind: 'unreadable'; detail: string }

/** A place on the page, in CSS pixels of what is shown of it, or a key where the page's focus is. */
export type PressedAt = { x: number; y: number } | 'Enter' | 'Space'

/** What a press would order, as far as the page says it. */
export type BuyPress = { total: { minor: number; currency: string } | null; quantity: number | null }

/**
 * A way to buy at a shop, as small steps. Each step reads where it stands from the page, so it may be run again at any
 * time; it returns what it did in one sentence, or null when this page leaves it nothing to do.
 * Steps throw Stopped when the walk has to end, Retryable when trying again may help.
 */
export type RetailAdapter = {
  name: string
  walk: Record<WalkStep, (walk: Walk) => Promise<string | null>>
  /** Moves on to the next page of the checkout; false when there is no way on. */
  advance: (walk: Walk) => Promise<boolean>
  /** What the shop will charge, once the page shows it beside the button that buys; null before. */
  review: (walk: Walk) => Promise<Review | null>
  /** Presses the button that buys. Only ever called behind the fence. */
  submit: (walk: Walk) => Promise<void>
  /** @param ms how long a page that says neither yes nor no may take; the adapter's own by default */
  confirm: (walk: Walk, ms?: number) => Promise<Confirmation>
  /** Why the page asks for its member after the click that buys (a bank's own question, a human check); null when it does not. */
  asksPerson: (walk: Walk) => Promise<string | null>
  /** Whether a press there could buy; null when it could not. Reads only; in doubt it could. */
  buyPress: (walk: Walk, at: PressedAt) => Promise<BuyPress | null>
  /** Asks the shop which orders this buyer has. */
  reconcile: (walk: Walk) => Promise<Lookup>
}

/** The walk has to end here, with this outcome. */
export class Stopped extends Final {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    const message = 'detail' in outcome ? outcome.detail : outcome.kind
    super({ code: 'checkout.stopped', message })
    this.outcome = outcome
  }
}

type HandoverReason = Extract<Outcome, { kind: 'handover' }>['reason']

/** The member takes over: at a cart of their own where the shop has an address for one, else at this page. */
export function handOver(
  { page, facts }: Pick<Walk, 'page'> & Partial<Pick<Walk, 'facts'>>,
  reason: HandoverReason,
  detail: string,
): Stopped {
  return new Stopped({ kind: 'handover', reason, resume_url: facts?.resumeUrl ?? page.url(), detail })
}

/** The pair cannot be had. */
export function soldOut(detail: string): Stopped {
  return new Stopped({ kind: 'not-ordered', reason: 'sold-out', detail })
}

/** The page did not do what pages do; trying again may help. */
export function pageTrouble(message: string, cause?: unknown): Retryable {
  return new Retryable({ code: 'checkout.page', message, cause })
}
