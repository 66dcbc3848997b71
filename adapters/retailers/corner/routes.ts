import { cornerCatalogue } from './catalogue.ts'
import { cartPage } from './pages/cart.ts'
import { addressPage, deliveryPage, paymentPage, reviewPage } from './pages/checkout.ts'
import { challengePage, confirmationPage, lookupPage, refusedPage } from './pages/order.ts'
import { homePage, productPage } from './pages/product.ts'
import { type Address, findOrders, placeOrder, type Session, type Store, stockOf } from './store.ts'

export type Visit = { store: Store; session: Session; form: URLSearchParams; origin: string; path: string }
export type Reply = { status: number; body: string; type?: string; location?: string }
export type Route = (visit: Visit) => Reply | Promise<Reply>

const html = (body: string, status = 200): Reply => ({ status, body })
const go = (location: string): Reply => ({ status: 303, body: '', location })

const robots = `User-agent: *
Disallow: /__orders
Disallow: /admin
`

function add({ store, session, form }: Visit): Reply {
  const sneaker = cornerCatalogue.find(({ style_code }) => style_code === form.get('style_code'))
  const size = form.get('size') ?? ''
  const quantity = Number(form.get('quantity') ?? '1')
  if (!sneaker || ![1, 2].includes(quantity)) return html('Not found', 404)
  if (stockOf(store, sneaker, size) < quantity) return html(refusedPage(), 409)
  session.line = { sneaker, size, quantity }
  session.careKit = form.get('care_kit') === '1'
  return go('/cart')
}

function update({ session, form }: Visit): Reply {
  const quantity = Number(form.get('quantity'))
  if (quantity === 0) session.line = null
  else if (session.line && [1, 2].includes(quantity)) session.line.quantity = quantity
  return go('/cart')
}

const addressNames = ['email', 'name', 'street', 'city', 'state', 'zip', 'country'] as const

function saveAddress({ session, form }: Visit): Reply {
  const entries = addressNames.map((name) => [name, form.get(name)?.trim() ?? ''] as const)
  session.address = Object.fromEntries(entries) as Address
  const missing = entries.find(([, value]) => !value)
  if (missing) return html(addressPage(session, `Please fill in: ${missing[0]}`), 422)
  return go('/checkout/delivery')
}

function saveDelivery({ session, form }: Visit): Reply {
  const delivery = form.get('delivery')
  if (delivery !== 'standard' && delivery !== 'express') return go('/checkout/delivery')
  session.delivery = delivery
  return go('/checkout/payment')
}

function savePayment({ session, form }: Visit): Reply {
  if (form.get('payment') !== 'on-delivery') return go('/checkout/payment')
  session.payment = 'on-delivery'
  return go('/checkout/review')
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function place({ store, session }: Visit): Promise<Reply> {
  if (!session.payment || !session.delivery) return go('/checkout/payment')
  if (store.fault === 'slow-commit') await sleep(400)
  const order = placeOrder(store, session)
  if (!order) return html(refusedPage(), 409)
  // The order is booked, and the page says the contrary.
  if (store.fault === 'listed-late') return html(refusedPage(), 409)
  if (store.fault === '502-after-commit') return html('<h1>502 Bad Gateway</h1>', 502)
  return go(`/orders/${order.number}`)
}

function confirmation({ store, session, path }: Visit): Reply {
  const number = path.split('/').at(-1) ?? ''
  const order = session.orders.includes(number) ? store.orders.get(number) : undefined
  return order ? html(confirmationPage(order)) : html('Not found', 404)
}

/** Test-only: how many orders each email has. */
function countOrders({ store }: Visit): Reply {
  const counts: Record<string, number> = {}
  for (const { address } of store.orders.values()) counts[address.email] = (counts[address.email] ?? 0) + 1
  return {
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ test_only: true, counts, numbers: [...store.orders.keys()] }),
  }
}

const needsCart =
  (show: (session: Session) => string): Route =>
  ({ session }) =>
    session.line ? html(show(session)) : go('/cart')

const routes: Record<string, Route> = {
  'GET /': () => html(homePage()),
  'GET /robots.txt': () => ({ status: 200, type: 'text/plain', body: robots }),
  'GET /cart': ({ session }) => html(cartPage(session)),
  'POST /cart/add': add,
  'POST /cart/update': update,
  'GET /checkout/address': needsCart((session) => addressPage(session)),
  'POST /checkout/address': saveAddress,
  'GET /checkout/delivery': needsCart(deliveryPage),
  'POST /checkout/delivery': saveDelivery,
  'GET /checkout/payment': needsCart(paymentPage),
  'POST /checkout/payment': savePayment,
  'GET /checkout/review': needsCart(reviewPage),
  'POST /checkout/place': place,
  'GET /orders': () => html(lookupPage()),
  'POST /orders': ({ store, form }) =>
    html(lookupPage(findOrders(store, form.get('email') ?? '', form.get('zip') ?? ''))),
  'GET /__orders': countOrders,
}

/** The shop's answer to one request. */
export async function answer(method: string, visit: Visit): Promise<Reply> {
  const { store, path } = visit
  if (store.fault === 'challenge' && path.startsWith('/checkout')) return html(challengePage(), 403)
  const route = routes[`${method} ${path}`]
  if (route) return route(visit)
  const sneaker = cornerCatalogue.find((item) => item.path === path)
  if (sneaker && method === 'GET') return html(productPage(store, sneaker, visit.origin))
  if (method === 'GET' && path.startsWith('/orders/')) return confirmation(visit)
  return html('Not found', 404)
}
