import { cornerCatalogue } from '../../corner/catalogue.ts'
import { answer } from '../../corner/routes.ts'
import { openStore, type Session, type Store, sessionOf } from '../../corner/store.ts'
import type { Goods } from '../../simulator/goods.ts'
import { document } from '../../simulator/html.ts'
import { admission } from '../../simulator/scenes.ts'
import { isOnSale, type SimulatedSite, type Visit } from '../../simulator/shop.ts'
import type { Reply } from '../../simulator/talk.ts'

const [sneaker] = cornerCatalogue
const path = sneaker?.path ?? '/'

const goods: Goods = {
  sku: path.replace('/products/', ''),
  title: `${sneaker?.brand} ${sneaker?.name}`,
  price: sneaker?.price_minor ?? 0,
  sizes: sneaker?.sizes.map(({ size }) => size) ?? [],
  gone: sneaker?.sizes.flatMap(({ size, stock }) => (stock === 0 ? [size] : [])) ?? [],
  deliveries: [
    { id: 'express', label: 'Express', price: 1_900 },
    { id: 'standard', label: 'Standard', price: 700 },
  ],
  taxPerMille: 80,
  number: String,
}

const soon = (_: Visit, opensAt: Date) =>
  document(
    goods.title,
    `<main><h1>${goods.title}</h1><p>Drops at <time datetime="${opensAt.toISOString()}">${opensAt.toUTCString()}</time>. Open this page anew then.</p></main>`,
  )
const draw = () => document(goods.title, `<main><h1>${goods.title}</h1><button>Join the draw</button></main>`)
const queue = () =>
  document('Line', `<main><h1>You are in line</h1><p>Hold tight: you will be let in.</p></main>${admission}`)
const challenge = () =>
  document(
    'Are you a person?',
    '<main><h1>Please show that you are a person</h1><div class="captcha" style="height:40px">Captcha</div></main>',
  )

/** What the shop booked in this request, in the words of all simulators. */
function note(visit: Visit, store: Store, before: number): void {
  for (const order of [...store.orders.values()].slice(before)) {
    const { number, line, address, careKit, subtotal, shipping, tax, total } = order
    if (line.quantity !== 1) visit.shop.violations.push(`${number}: ${line.quantity} pairs`)
    if (careKit) visit.shop.violations.push(`${number}: an extra that nobody asked for`)
    const who = { email: address.email, zip: address.zip }
    const what = { size: line.size, quantity: line.quantity, delivery: '', payment: 'on-delivery' }
    visit.shop.orders.push({ number, ...who, ...what, ...{ subtotal, shipping, tax, total } })
  }
}

function openCorner({ scenario }: Visit['shop']): Store {
  const store = openStore(scenario === 'gone' ? 'sold-out-at-review' : 'none')
  if (scenario === 'sold-out') for (const key of store.stock.keys()) store.stock.set(key, 0)
  return store
}

/** The demo's own shop, with what every simulated site counts. */
export function cornerSimulator(): SimulatedSite {
  let store: Store | undefined
  const guests = new Map<string, Session>()
  const reply = async (visit: Visit): Promise<Reply> => {
    const { shop, session, asked } = visit
    store ??= openCorner(shop)
    const guest = guests.get(session.id) ?? sessionOf(store, undefined)
    guests.set(session.id, guest)
    if (asked.line === 'POST /cart/add' && !isOnSale(shop))
      shop.violations.push('asked for the pair before its sale')
    const before = store.orders.size
    const [method = 'GET'] = asked.line.split(' ')
    const form = new URLSearchParams(asked.form)
    const said = await answer(method, { store, session: guest, form, origin: shop.origin, path: asked.path })
    note(visit, store, before)
    return said
  }
  const faces = { soon, draw, queue, challenge }
  const robots = 'User-agent: *\nDisallow: /__orders\nDisallow: /admin\n'
  return { goods, robots, entry: path, product: path, till: '/checkout', answer: reply, faces }
}
