import { randomBytes } from 'node:crypto'
import { type Goods, type Totals, totalsOf } from './goods.ts'
import type { Asked, Reply } from './talk.ts'

export const scenarios = [
  /** Nothing special. */
  'plain',
  /** Goes on sale a moment after the first look at the product. */
  'launch',
  /** Sold by a draw only. */
  'draw',
  /** A waiting room before the product. */
  'queue',
  /** Every size is out. */
  'sold-out',
  /** The last pair goes while the guest is at the till. */
  'gone',
  /** The site asks for a person at the till. */
  'challenge',
  /** robots.txt forbids buying by machines. */
  'forbidden',
  /** Takes the order and answers 502. */
  'lost',
] as const
export type Scenario = (typeof scenarios)[number]

export type Session = {
  id: string
  line: { size: string; quantity: number } | null
  /** What the guest has said at the till; never a card. */
  form: Record<string, string>
  /** When the guest came to the waiting room, ms since 1970; null: never. */
  enteredAt: number | null
  isChallenged: boolean
  lastOrder: string | null
}

export type SimulatedOrder = Totals & {
  number: string
  size: string
  quantity: number
  email: string
  zip: string
  delivery: string
  payment: string
}

/** What a simulated site remembers. */
export type Shop = {
  scenario: Scenario
  goods: Goods
  /** Known once it listens. */
  origin: string
  sessions: Map<string, Session>
  orders: SimulatedOrder[]
  /** What a guest must not do, as the site saw it. */
  violations: string[]
  /** When the pair goes on sale, ms since 1970; null: nobody has looked yet. */
  opensAt: number | null
  looksBefore: number
}

/** One request of one guest at one site. */
export type Visit = { shop: Shop; session: Session; asked: Asked }

/** A site that is acted out: its pages and its words. What a guest may do, and what is counted, is the same for all. */
export type SimulatedSite = {
  goods: Goods
  robots: string
  /** The page that `--sku` leads to. */
  entry: string
  /** The page of the product, where that is another one. */
  product: string
  /** Where the site asks for a person: a beginning of a path. */
  till: string
  /** Undefined: there is no such page. */
  answer: (visit: Visit) => Reply | undefined | Promise<Reply>
  /** Whole pages. */
  faces: {
    soon: (visit: Visit, opensAt: Date) => string
    draw: (visit: Visit) => string
    /** Asks `/sim/admitted` by itself until that says "true". */
    queue: (visit: Visit) => string
    challenge: (visit: Visit) => string
  }
}

export function openShop(goods: Goods, scenario: Scenario): Shop {
  return {
    ...{ scenario, goods, origin: '', sessions: new Map(), orders: [], violations: [] },
    ...{ opensAt: null, looksBefore: 0 },
  }
}

/** The session of a cookie's value, or a new one. */
export function sessionOf(shop: Shop, id: string | undefined): Session {
  const found = id === undefined ? undefined : shop.sessions.get(id)
  if (found) return found
  const session: Session = {
    ...{ id: randomBytes(12).toString('hex'), line: null, form: {} },
    ...{ enteredAt: null, isChallenged: false, lastOrder: null },
  }
  shop.sessions.set(session.id, session)
  return session
}

export function isIn({ scenario, goods }: Shop, size: string): boolean {
  return scenario !== 'sold-out' && goods.sizes.includes(size) && !goods.gone.includes(size)
}

export function isOnSale({ scenario, opensAt }: Shop): boolean {
  if (scenario === 'draw') return false
  return scenario !== 'launch' || (opensAt !== null && Date.now() >= opensAt)
}

/** Puts a pair into the guest's cart; false when it may not be had. */
export function addToCart({ shop, session, asked }: Visit, size: string, quantity = 1): boolean {
  if (!isOnSale(shop)) shop.violations.push(`asked for the pair before its sale: ${asked.line}`)
  if (!isOnSale(shop) || !isIn(shop, size) || quantity < 1) return false
  session.line = { size, quantity }
  return true
}

/** What the guest's cart costs now. */
export function cartTotals({ shop: { goods }, session: { line, form } }: Visit): Totals {
  return totalsOf(goods, line?.quantity ?? 0, form.delivery ?? '')
}

const wanted = ['email', 'zip'] as const

/** What an order must not look like, whoever placed it. */
function judge({ shop, session: { line, form } }: Visit, number: string): void {
  const wrong = (what: string) => shop.violations.push(`${number}: ${what}`)
  if (line?.quantity !== 1) wrong(`${line?.quantity} pairs`)
  if (form.news) wrong('news that nobody asked for')
  if (form.extra) wrong('an extra that nobody asked for')
  for (const name of wanted) if (!form[name]) wrong(`no ${name}`)
}

/** Takes the order of what is in the cart; undefined when the pair is gone. */
export function placeOrder(visit: Visit): SimulatedOrder | undefined {
  const { shop, session } = visit
  const { line, form } = session
  if (!line || shop.scenario === 'gone') return undefined
  const number = shop.goods.number(shop.orders.length + 1)
  judge(visit, number)
  const order: SimulatedOrder = {
    ...{ number, ...line, ...cartTotals(visit), email: form.email ?? '', zip: form.zip ?? '' },
    ...{ delivery: form.delivery ?? '', payment: form.payment ?? '' },
  }
  shop.orders.push(order)
  session.line = null
  session.form = {}
  session.lastOrder = number
  return order
}

/** The orders that a look-up by these finds. */
export function findOrders({ orders }: Shop, by: Partial<SimulatedOrder>): SimulatedOrder[] {
  const same = (a: unknown, b: unknown) => String(a).trim().toLowerCase() === String(b).trim().toLowerCase()
  return orders.filter((order) =>
    Object.entries(by).every(([name, value]) => same(order[name as keyof SimulatedOrder], value)),
  )
}
