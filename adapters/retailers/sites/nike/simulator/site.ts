import { keep } from '../../../simulator/html.ts'
import { addToCart, findOrders, placeOrder, type SimulatedSite, type Visit } from '../../../simulator/shop.ts'
import { json, type Reply } from '../../../simulator/talk.ts'
import { goods, productPath } from './goods.ts'
import { bag, challenge, draw, listing, lookup, product, queue, soon } from './pages.ts'
import { cardFrame, till } from './till.ts'

function add(visit: Visit): Reply {
  const isIn = addToCart(visit, visit.asked.form.size ?? '')
  return isIn ? json({ count: 1 }) : json({ error: 'This size is sold out' }, 409)
}

function saved(visit: Visit): Reply {
  keep(visit)
  return json({})
}

function order(visit: Visit): Reply {
  keep(visit)
  const { form } = visit.session
  if (!form.card) return json({ error: 'Please enter your card' }, 422)
  form.payment = 'card'
  const placed = placeOrder(visit)
  return placed
    ? json({ number: placed.number })
    : json({ error: 'This item just sold out. Your order was not placed.' }, 409)
}

const html = (body: string): Reply => ({ body })

const routes: Record<string, (visit: Visit) => Reply> = {
  'GET /': () => html(lookup(undefined, 'Home')),
  'GET /w': (visit) => html(listing(visit)),
  [`GET ${productPath}`]: (visit) => html(product(visit)),
  'POST /api/bag': add,
  'GET /cart': (visit) => html(bag(visit)),
  'GET /checkout': (visit) => html(till(visit)),
  'GET /checkout/card': () => html(cardFrame),
  'POST /checkout/api/address': saved,
  'POST /checkout/api/delivery': saved,
  'POST /checkout/api/order': order,
  'GET /orders/details': () => html(lookup()),
  'POST /orders/details': (visit) => {
    const { number = '', email = '' } = visit.asked.form
    return html(lookup(findOrders(visit.shop, { number, email })))
  },
}

/** A big brand's own site: a list, a product built by a script, a bag, one till in sections, a card in a frame. */
export const nikeSimulator: SimulatedSite = {
  goods,
  robots: 'User-agent: *\nDisallow: /checkout/\nDisallow: /member/inbox\n',
  entry: `/w?q=${goods.sku}`,
  product: productPath,
  till: '/checkout',
  answer: (visit) => routes[visit.asked.line]?.(visit),
  faces: { soon, draw, queue, challenge },
}
