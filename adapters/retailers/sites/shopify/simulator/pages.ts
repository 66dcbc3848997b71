import { dollars } from '../../../corner/html.ts'
import { written } from '../../../simulator/goods.ts'
import { countdown, document } from '../../../simulator/html.ts'
import { admission } from '../../../simulator/scenes.ts'
import { cartTotals, isIn, type SimulatedOrder, type Visit } from '../../../simulator/shop.ts'
import { goods, variantId } from './goods.ts'

const software =
  '<script>window.Shopify = { shop: "simulated", theme: { name: "Dawn" } }</script><style>.visually-disabled{text-decoration:line-through}</style>'

export function page(title: string, body: string): string {
  const header =
    '<header><a href="/">Marrow</a> <a href="/cart" id="cart-icon-bubble"><span>Cart</span></a></header>'
  const footer =
    '<footer><form action="/contact"><label>Newsletter <input type="email" name="contact"></label><button>Subscribe</button></form>Simulated: nothing here is real.</footer>'
  return document(title, `${header}<main>${body}</main>${footer}`, software)
}

const head = `<h1>${goods.title}</h1><div class="price"><span class="price-item">${dollars(goods.price)}</span></div>`

function option(visit: Visit, size: string): string {
  const isOut = !isIn(visit.shop, size)
  const unavailable = isOut ? '<span class="visually-hidden">Variant sold out or unavailable</span>' : ''
  return `<input type="radio" id="s-${size}" name="Size" value="${size}" data-v="${variantId(size)}"${isOut ? ' class="disabled" data-out' : ''}><label for="s-${size}"${isOut ? ' class="visually-disabled"' : ''}>${size}${unavailable}</label>`
}

/** Dawn's way: a size that is out can be chosen, and the button then says so. */
export function product(visit: Visit): string {
  const [first = ''] = goods.sizes
  return page(
    goods.title,
    `${head}<variant-selects><fieldset><legend>Size</legend>${goods.sizes.map((size) => option(visit, size)).join('')}</fieldset></variant-selects>
<div class="quantity"><label for="q">Quantity</label><button type="button" name="minus" aria-label="Decrease quantity">-</button><input id="q" name="quantity" type="number" value="1" min="1" form="f"><button type="button" name="plus" aria-label="Increase quantity">+</button></div>
<form method="post" action="/cart/add" id="f"><input type="hidden" name="id" value="${variantId(first)}"><button type="submit" name="add">Add to cart</button>
<button type="button" class="shopify-payment-button">Buy it now</button></form>
<script>document.querySelector('fieldset').onchange = (e) => { const add = document.querySelector('[name=add]'), out = e.target.hasAttribute('data-out')
document.querySelector('[name=id]').value = e.target.dataset.v; add.disabled = out; add.textContent = out ? 'Sold out' : 'Add to cart' }</script>`,
  )
}

export function soon(_: Visit, opensAt: Date): string {
  return page(
    goods.title,
    `${head}<div class="product__launch">Launches <time datetime="${opensAt.toISOString()}"></time> in <span id="left"></span></div><button disabled name="soon">Coming soon</button>
${countdown(opensAt, "two(h) + ':' + two(m) + ':' + two(s % 60)")}`,
  )
}

export function draw(): string {
  return page(goods.title, `${head}<p>Sold by raffle.</p><a href="/pages/raffle">Enter raffle</a>`)
}

export function queue(): string {
  return page(
    'Queue',
    `<div id="checkout-queue"><h1>You're in the queue</h1><p>You are in line. This page updates by itself.</p></div>${admission}`,
  )
}

export function challenge(): string {
  return page(
    'Checkpoint',
    '<div id="checkpoint" style="height:90px"><h1>To continue, please confirm that you are human</h1><div class="h-captcha" style="height:60px">hCaptcha</div></div>',
  )
}

export function cart(visit: Visit): string {
  const { line } = visit.session
  if (!line)
    return page(
      'Your cart is empty',
      '<h1>Your cart is empty</h1><a href="/collections/all">Continue shopping</a>',
    )
  const { subtotal } = written(cartTotals(visit))
  return page(
    'Your Shopping Cart',
    `<h1>Your cart</h1><form action="/cart" method="post"><table><tr><td><a href="/products/${goods.sku}">${goods.title}</a><div>Size: ${line.size}</div></td>
<td><input type="number" name="updates[]" aria-label="Quantity for ${goods.title}" value="${line.quantity}"></td><td>${subtotal}</td></tr></table>
<p>Estimated total ${subtotal}</p><button type="submit" name="checkout">Check out</button></form>`,
  )
}

export function thanks(order: SimulatedOrder): string {
  return document(
    'Thank you',
    `<main><h1>Thank you, Kim!</h1><h2>Your order is confirmed</h2><p>Order #${order.number}</p><p>${goods.title} Size ${order.size} x 1</p><p>Total USD ${dollars(order.total)}</p></main>`,
  )
}
