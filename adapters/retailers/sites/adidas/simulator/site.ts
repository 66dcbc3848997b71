import { keep } from '../../../simulator/html.ts'
import { addToCart, findOrders, placeOrder, type SimulatedSite, type Visit } from '../../../simulator/shop.ts'
import { json, type Reply, see } from '../../../simulator/talk.ts'
import { goods } from './goods.ts'
import { bag, challenge, draw, gone, page, product, queue, soon, thanks, tracker } from './pages.ts'
import { delivery, payment } from './till.ts'

const productPath = `/us/${goods.sku}.html`
const html = (body: string, status = 200): Reply => ({ status, body })

function add(visit: Visit): Reply {
  const isIn = addToCart(visit, visit.asked.form.size ?? '')
  return isIn ? json({}) : json({ error: 'Sorry, this size is sold out' }, 409)
}

function saved(visit: Visit): Reply {
  keep(visit)
  return see(visit.session.form.state ? '/us/payment' : '/us/delivery')
}

function order(visit: Visit): Reply {
  const { payment: way, card } = visit.asked.form
  if (way !== 'card' || !card) return html(payment(visit, 'Please fill in your card'), 422)
  keep(visit)
  return placeOrder(visit) ? see('/us/order-confirmation') : html(gone(), 409)
}

function confirmation({ shop, session }: Visit): Reply {
  const [placed] = findOrders(shop, { number: session.lastOrder ?? 'none' })
  return placed ? html(thanks(placed)) : see('/us')
}

const routes: Record<string, (visit: Visit) => Reply> = {
  'GET /': () => see('/us'),
  'GET /us': () => html(page('adidas', '<h1>Courts and streets</h1>')),
  [`GET ${productPath}`]: (visit) => html(product(visit)),
  'POST /api/baskets/items': add,
  'GET /us/cart': (visit) => html(bag(visit)),
  'GET /us/delivery': (visit) => (visit.session.line ? html(delivery(visit)) : see('/us/cart')),
  'POST /us/delivery': saved,
  'GET /us/payment': (visit) => (visit.session.line ? html(payment(visit)) : see('/us/cart')),
  'POST /us/payment': order,
  'GET /us/order-confirmation': confirmation,
  'GET /us/order-tracker': () => html(tracker()),
  'POST /us/order-tracker': (visit) => {
    const { number = '', email = '' } = visit.asked.form
    return html(tracker(findOrders(visit.shop, { number, email })))
  },
}

/** A big brand's own site: crossed-out sizes, a bag over the page, two pages of a till, a home-made list of states. */
export const adidasSimulator: SimulatedSite = {
  goods,
  robots: 'User-agent: *\nDisallow: /us/delivery\nDisallow: /us/payment\nDisallow: /us/order-tracker\n',
  entry: productPath,
  product: productPath,
  till: '/us/delivery',
  answer: (visit) => routes[visit.asked.line]?.(visit),
  faces: { soon, draw, queue, challenge },
}
