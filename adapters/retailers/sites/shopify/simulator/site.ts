import { keep } from '../../../simulator/html.ts'
import {
  addToCart,
  findOrders,
  isIn,
  placeOrder,
  type SimulatedSite,
  type Visit,
} from '../../../simulator/shop.ts'
import { json, type Reply, see } from '../../../simulator/talk.ts'
import { goods, productJson, sizeOfVariant, variantId } from './goods.ts'
import { cart, challenge, draw, page, product, queue, soon, thanks } from './pages.ts'
import { cardField, till } from './till.ts'

const productPath = `/products/${goods.sku}`
const token = '/checkouts/cn/Z2NwLXVz'
const html = (body: string, status = 200): Reply => ({ status, body })

/** What the software writes into every shop's robots.txt since November 2025, in its sense. */
const robots = `# Robots and agents: automated scraping, "buy-for-me" agents and any end-to-end flow that
# completes payment without a final human review are not permitted.
User-agent: *
Disallow: /admin
Disallow: /cart
Disallow: /orders
Disallow: /checkouts/
Disallow: /checkout
`

function add(visit: Visit, asJson: boolean): Reply {
  const { id = '', quantity = '1' } = visit.asked.form
  if (!addToCart(visit, sizeOfVariant(id), Number(quantity)))
    return json(
      {
        status: 422,
        message: 'Cart Error',
        description: `The product '${goods.title}' is already sold out.`,
      },
      422,
    )
  return asJson ? json({ id: Number(id), quantity: Number(quantity), title: goods.title }) : see('/cart')
}

function cartJson({ session: { line } }: Visit): Reply {
  const items = line
    ? [
        {
          id: Number(variantId(line.size)),
          title: `${goods.title} - ${line.size}`,
          quantity: line.quantity,
          price: goods.price,
        },
      ]
    : []
  return json({
    token: 'c1',
    item_count: items.length,
    items,
    total_price: goods.price * (line?.quantity ?? 0),
    currency: 'USD',
  })
}

function order(visit: Visit): Reply {
  keep(visit)
  return placeOrder(visit)
    ? json({})
    : json({ error: 'Some items are no longer available. Your order was not placed.' }, 409)
}

/** The till of a session that has ordered shows what it ordered. */
function checkout({ shop, session }: Visit): Reply {
  if (session.line) return see(token)
  return see(
    findOrders(shop, { number: session.lastOrder ?? 'none' }).length > 0 ? `${token}/thank-you` : '/cart',
  )
}

function thankYou({ shop, session }: Visit): Reply {
  const [placed] = findOrders(shop, { number: session.lastOrder ?? 'none' })
  return placed ? html(thanks(placed)) : see('/cart')
}

const routes: Record<string, (visit: Visit) => Reply> = {
  'GET /': () => html(page('Marrow', '<h1>Marrow</h1>')),
  [`GET ${productPath}`]: (visit) => html(product(visit)),
  [`GET ${productPath}.js`]: ({ shop }) => json(productJson((size) => isIn(shop, size))),
  'POST /cart/add': (visit) => add(visit, false),
  'POST /cart/add.js': (visit) => add(visit, true),
  'GET /cart': (visit) => html(cart(visit)),
  'GET /cart.js': cartJson,
  'POST /cart': () => see('/checkout'),
  'GET /checkout': checkout,
  [`GET ${token}`]: (visit) => (visit.session.line ? html(till(visit)) : checkout(visit)),
  'POST /checkouts/rates': () => json({}),
  'POST /checkouts/complete': order,
  [`GET ${token}/thank-you`]: thankYou,
}

function answer(visit: Visit): Reply | undefined {
  const part = /^GET \/card-fields\/(\w+)$/.exec(visit.asked.line)?.[1]
  return part ? html(cardField(part)) : routes[visit.asked.line]?.(visit)
}

/** A shop made with Shopify's software: the theme Dawn, the one-page till, four frames of the payment service. */
export const shopifySimulator: SimulatedSite = {
  goods,
  robots,
  entry: productPath,
  product: productPath,
  till: '/checkout',
  answer,
  faces: { soon, draw, queue, challenge },
}
