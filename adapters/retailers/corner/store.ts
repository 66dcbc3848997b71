import { randomBytes } from 'node:crypto'
import { CARE_KIT, type CornerSneaker, cornerCatalogue } from './catalogue.ts'

export type Fault =
  | 'none'
  | '502-after-commit'
  | 'sold-out-at-review'
  | 'slow-commit'
  | 'challenge'
  | 'listed-late'
export type Address = Record<'email' | 'name' | 'street' | 'city' | 'state' | 'zip' | 'country', string>
export type Line = { sneaker: CornerSneaker; size: string; quantity: number }
export type Session = {
  id: string
  line: Line | null
  careKit: boolean
  address: Address | null
  delivery: 'standard' | 'express' | null
  payment: 'on-delivery' | null
  /** Order numbers placed in this session, newest last. */
  orders: string[]
}
export type Totals = { subtotal: number; shipping: number; tax: number; total: number }
export type Order = Totals & {
  number: string
  placedAt: Date
  line: Line
  careKit: boolean
  address: Address
  /** False until the lookup was asked once, at a shop that lists its orders late. */
  listed: boolean
}
export type Store = {
  fault: Fault
  sessions: Map<string, Session>
  orders: Map<string, Order>
  /** `style_code/size` -> pairs left. */
  stock: Map<string, number>
}

export function openStore(fault: Fault): Store {
  const stock = cornerCatalogue.flatMap((sneaker) =>
    sneaker.sizes.map(({ size, stock }) => [stockKey(sneaker, size), stock] as const),
  )
  return { fault, sessions: new Map(), orders: new Map(), stock: new Map(stock) }
}

function stockKey(sneaker: CornerSneaker, size: string): string {
  return `${sneaker.style_code}/${size}`
}

export function stockOf(store: Store, sneaker: CornerSneaker, size: string): number {
  return store.stock.get(stockKey(sneaker, size)) ?? 0
}

/** So many pairs are there from now on. */
export function setStock(
  store: Store,
  { sneaker, size }: Pick<Line, 'sneaker' | 'size'>,
  pairs: number,
): void {
  store.stock.set(stockKey(sneaker, size), pairs)
}

/** The session of a cookie value, or a new one. */
export function sessionOf(store: Store, id: string | undefined): Session {
  const found = id === undefined ? undefined : store.sessions.get(id)
  if (found) return found
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    line: null,
    careKit: false,
    address: null,
    delivery: null,
    payment: null,
    orders: [],
  }
  store.sessions.set(session.id, session)
  return session
}

const TAX_PER_MILLE = 80
const SHIPPING = { standard: 700, express: 1900 }

/** Cents; tax is 8% of the goods, rounded half up. */
export function totalsOf(session: Session): Totals {
  const goods = session.line ? session.line.sneaker.price_minor * session.line.quantity : 0
  const subtotal = goods + (session.careKit ? CARE_KIT.price_minor : 0)
  const shipping = SHIPPING[session.delivery ?? 'standard']
  const tax = Math.floor((subtotal * TAX_PER_MILLE + 500) / 1000)
  return { subtotal, shipping, tax, total: subtotal + shipping + tax }
}

/** Takes the pairs from the stock and books the order; undefined when they are gone. */
export function placeOrder(store: Store, session: Session): Order | undefined {
  const { line, address } = session
  if (!line || !address) return undefined
  const left = stockOf(store, line.sneaker, line.size)
  if (store.fault === 'sold-out-at-review' || left < line.quantity) return undefined
  store.stock.set(stockKey(line.sneaker, line.size), left - line.quantity)
  const number = `CN-${String(100_000 + store.orders.size)}-${randomBytes(2).toString('hex').toUpperCase()}`
  const order = {
    ...totalsOf(session),
    number,
    placedAt: new Date(),
    line,
    careKit: session.careKit,
    address,
    listed: store.fault !== 'listed-late',
  }
  store.orders.set(number, order)
  session.orders.push(number)
  Object.assign(session, { line: null, careKit: false, delivery: null, payment: null })
  return order
}

/** The orders of one buyer, as the lookup page shows them. */
export function findOrders(store: Store, email: string, zip: string): Order[] {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const found = [...store.orders.values()].filter(
    ({ address }) => same(address.email, email) && same(address.zip, zip),
  )
  const shown = found.filter(({ listed }) => listed)
  for (const order of found) order.listed = true
  return shown
}
