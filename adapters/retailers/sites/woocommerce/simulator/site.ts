import {
  addToCart,
  findOrders,
  isIn,
  placeOrder,
  type SimulatedSite,
  type Visit,
} from '../../../simulator/shop.ts'
import { json, type Reply, see } from '../../../simulator/talk.ts'
import { goods, productsJson, sizeOfVariation } from './goods.ts'
import { cart, challenge, draw, page, product, queue, received, soon, tracking } from './pages.ts'
import { checkout, orderReview } from './till.ts'

const productPath = `/product/${goods.sku}/`
const html = (body: string): Reply => ({ body })

function add(visit: Visit): Reply {
  const { variation_id: id = '', quantity = '1' } = visit.asked.form
  return addToCart(visit, sizeOfVariation(id), Number(quantity))
    ? see('/cart/')
    : html(page(goods.title, '<ul role="alert"><li>Sorry, this product is out of stock.</li></ul>'))
}

/** The address that adds by itself: /?add-to-cart=32&quantity=1 */
function home(visit: Visit): Reply {
  const id = visit.asked.query.get('add-to-cart')
  if (id === null) return html(page('Home', '<h1>Okta</h1>'))
  addToCart(visit, sizeOfVariation(id), Number(visit.asked.query.get('quantity') ?? 1))
  return see('/cart/')
}

const demanded = [
  'first_name',
  'last_name',
  'country',
  'address_1',
  'city',
  'state',
  'postcode',
  'email',
] as const

function order(visit: Visit): Reply {
  const { form } = visit.asked
  const missing = demanded.filter((name) => !form[`billing_${name}`])
  if (missing.length > 0)
    return json({ result: 'failure', messages: `Billing ${missing[0]} is a required field.` })
  if (!form.terms)
    return json({ result: 'failure', messages: 'Please read and accept the terms and conditions.' })
  Object.assign(visit.session.form, {
    ...{ email: form.billing_email, zip: form.billing_postcode, payment: form.payment_method },
    ...{ delivery: form['shipping_method[0]'], ...(form.news ? { news: '1' } : {}) },
  })
  const placed = placeOrder(visit)
  return placed
    ? json({
        result: 'success',
        redirect: `/checkout/order-received/${placed.number}/?key=wc_order_${placed.number}x`,
      })
    : json({
        result: 'failure',
        messages: `Sorry, "${goods.title}" is out of stock. Your order was not placed.`,
      })
}

function ajax(visit: Visit): Reply | undefined {
  const call = visit.asked.query.get('wc-ajax')
  if (call === 'update_order_review')
    return html(orderReview(visit, visit.asked.form['shipping_method[0]'] ?? 'flat_rate:1'))
  return call === 'checkout' ? order(visit) : undefined
}

const routes: Record<string, (visit: Visit) => Reply | undefined> = {
  'GET /': home,
  'POST /': ajax,
  [`GET ${productPath}`]: (visit) => html(product(visit)),
  [`POST ${productPath}`]: add,
  'GET /wp-json/wc/store/v1/products': ({ shop, asked }) =>
    json(productsJson(asked.query, (size) => isIn(shop, size))),
  'GET /cart': () => see('/cart/'),
  'GET /cart/': (visit) => html(cart(visit)),
  'GET /checkout/': (visit) => html(checkout(visit)),
  'GET /order-tracking/': () => html(tracking()),
  'POST /order-tracking/': ({ shop, asked: { form } }) =>
    html(tracking(findOrders(shop, { number: form.orderid ?? '', email: form.order_email ?? '' }))),
}

/** Only who has the key that the answer held sees the order. */
function answer(visit: Visit): Reply | undefined {
  const number = /^GET \/checkout\/order-received\/(\d+)\/$/.exec(visit.asked.line)?.[1]
  if (number === undefined) return routes[visit.asked.line]?.(visit)
  const isKey = visit.asked.query.get('key') === `wc_order_${number}x`
  const [placed] = isKey ? findOrders(visit.shop, { number }) : []
  return placed && html(received(placed))
}

/** A shop made with WooCommerce: the classic templates, its public Store API. */
export const woocommerceSimulator: SimulatedSite = {
  goods,
  robots: 'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n',
  entry: productPath,
  product: productPath,
  till: '/checkout/',
  answer,
  faces: { soon, draw, queue, challenge },
}
