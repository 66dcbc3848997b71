import { dollars } from '../../../corner/html.ts'
import { keep } from '../../../simulator/html.ts'
import { addToCart, findOrders, placeOrder, type SimulatedSite, type Visit } from '../../../simulator/shop.ts'
import { json, type Reply, see } from '../../../simulator/talk.ts'
import { goods } from './goods.ts'
import { cart, challenge, draw, page, product, queue, soon, status } from './pages.ts'
import { till } from './till.ts'

const productPath = `/product/~/${goods.sku}.html`
const html = (body: string): Reply => ({ body })

function add(visit: Visit): Reply {
  const isIn = addToCart(visit, visit.asked.form.size ?? '')
  return isIn ? json({}) : json({ error: 'This size is no longer available' }, 409)
}

function saved(visit: Visit): Reply {
  keep(visit)
  return json({})
}

function order(visit: Visit): Reply {
  const { card, code } = visit.asked.form
  if (!card || !code) return json({ error: 'Card number and security code are missing.' }, 422)
  // What was unticked since is not sent any more.
  delete visit.session.form.news
  keep(visit)
  visit.session.form.payment = 'card'
  return placeOrder(visit)
    ? json({})
    : json({ error: 'Sorry, this item is sold out. Your order was not placed.' }, 409)
}

function confirmation({ shop, session }: Visit): Reply {
  const [placed] = findOrders(shop, { number: session.lastOrder ?? 'none' })
  if (!placed) return see('/')
  const words = `<h1>Your order has been placed</h1><p>Order number ${placed.number}</p><p>Order total ${dollars(placed.total)}</p>`
  return html(page('Confirmation', words))
}

const routes: Record<string, (visit: Visit) => Reply> = {
  'GET /': () => html(page('Home', '<h1>Approved</h1>')),
  [`GET ${productPath}`]: (visit) => html(product(visit)),
  'POST /api/users/carts/current/entries': add,
  'GET /cart': (visit) => html(cart(visit)),
  'GET /checkout': (visit) => html(till(visit)),
  'POST /api/checkout/address': saved,
  'POST /api/checkout/orders': order,
  'GET /order-confirmation': confirmation,
  'GET /order-status': () => html(status()),
  'POST /order-status': (visit) => {
    const { number = '', zip = '', email = '' } = visit.asked.form
    return html(status(findOrders(visit.shop, { number, zip, email })))
  },
}

/** A chain's site: sizes as radio buttons, a launch page that does not turn by itself, one page that grows downwards. */
export const footlockerSimulator: SimulatedSite = {
  goods,
  robots: 'User-agent: *\nDisallow: /checkout\nDisallow: /cart\nCrawl-delay: 0.3\n',
  entry: productPath,
  product: productPath,
  till: '/checkout',
  answer: (visit) => routes[visit.asked.line]?.(visit),
  faces: { soon, draw, queue, challenge },
}
