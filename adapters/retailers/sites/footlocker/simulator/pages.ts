import { dollars } from '../../../corner/html.ts'
import { written } from '../../../simulator/goods.ts'
import { asking, document } from '../../../simulator/html.ts'
import { admission } from '../../../simulator/scenes.ts'
import { cartTotals, isIn, type SimulatedOrder, type Visit } from '../../../simulator/shop.ts'
import { goods, sizeWord } from './goods.ts'

export function page(title: string, body: string): string {
  const header = '<header><a href="/">Home</a> <a href="/cart">Cart</a></header>'
  const footer = '<footer><a href="/order-status">Order Status</a> Simulated: nothing here is real.</footer>'
  return document(title, `${header}<main id="main">${body}</main>${footer}`)
}

const head = `<h1 class="ProductName">${goods.title}</h1><span class="ProductPrice">${dollars(goods.price)}</span>`

function sizeButton(visit: Visit, size: string): string {
  const isOut = !isIn(visit.shop, size)
  const word = sizeWord(size)
  return `<button type="button" role="radio" aria-checked="false" data-size="${size}" class="SizeSelector-button${isOut ? ' SizeSelector-button--disabled' : ''}"${isOut ? ' aria-disabled="true"' : ''}>${word}</button>`
}

/** Ship or collect is asked already here; a form that its script sends. */
export function product(visit: Visit): string {
  return page(
    goods.title,
    `${head}<form class="ProductDetails-form" id="form"><div class="SizeSelector" role="radiogroup" aria-label="Select a size">${goods.sizes.map((size) => sizeButton(visit, size)).join('')}</div>
<fieldset><legend>How do you want it?</legend><label><input type="radio" name="how" value="ship" checked> Ship to Me</label><label><input type="radio" name="how" value="store"> Pick Up in Store</label></fieldset>
<p id="wrong" role="alert"></p><div class="ProductDetails-form__action"><button type="submit">Add to Cart</button></div></form><div id="panel"></div>
${asking}<script>let size = ''; const buttons = [...document.querySelectorAll('.SizeSelector-button')]
for (const b of buttons) b.onclick = () => { if (b.ariaDisabled === 'true') return; size = b.dataset.size; for (const e of buttons) e.setAttribute('aria-checked', String(e === b)) }
document.getElementById('form').onsubmit = async (e) => { e.preventDefault(); if (!size) { document.getElementById('wrong').textContent = 'Please select a size'; return }
const said = await ask('/api/users/carts/current/entries', { size })
document.getElementById(said.ok ? 'panel' : 'wrong').innerHTML = said.ok ? '<h2>Item added to cart</h2><a href="/cart">View Cart</a>' : said.error }</script>`,
  )
}

/** Does not turn by itself: it has to be opened anew once the time has come. */
export function soon(_: Visit, opensAt: Date): string {
  const at = opensAt.toISOString()
  return page(
    goods.title,
    `${head}<p>Launch reservation. Launches on</p><div class="LaunchCountdown"><time datetime="${at}">${at.slice(0, 10)}</time></div><button type="button" disabled>Coming soon</button>`,
  )
}

export function draw(): string {
  return page(
    goods.title,
    `${head}<p>Reservations are drawn among all entries.</p><a href="/launch/enter" role="button">Enter drawing</a>`,
  )
}

export function queue(): string {
  return page(
    'Line',
    `<div id="waiting-room"><h1>You are now in line</h1><p>Your number in line: 214. You will be redirected.</p></div>${admission}`,
  )
}

export function challenge(): string {
  return page(
    'Pardon our interruption',
    '<h1>Pardon our interruption</h1><div id="captcha-box" style="height:90px">Slide right to secure your access</div>',
  )
}

export function cart(visit: Visit): string {
  const { line } = visit.session
  if (!line) return page('Cart', '<h1>Your cart is empty</h1>')
  const { subtotal } = written(cartTotals(visit))
  return page(
    'Cart',
    `<h1>Cart</h1><ul><li><b>${goods.title}</b><span>Size: ${sizeWord(line.size)}</span> <span>Qty: ${line.quantity}</span> <span>${subtotal}</span></li></ul>
<p>Subtotal ${subtotal}</p><label>Promo code <input name="promo"></label><button type="button">Apply</button>
<a href="/login">Sign In and Checkout</a> <a href="/checkout">Guest Checkout</a>`,
  )
}

export function status(orders?: SimulatedOrder[]): string {
  const found = orders?.map(
    ({ number, total }) => `<li>Order number ${number}: ${goods.title} ${dollars(total)}</li>`,
  )
  const said =
    found && (found.length > 0 ? `<ul>${found.join('')}</ul>` : '<p>We could not find that order.</p>')
  return page(
    'Order Status',
    `<h1>Order Status</h1><form method="post" action="/order-status"><label>Order Number <input name="number" required></label>
<label>ZIP Code <input name="zip" required></label><label>Email <input name="email" type="email" required></label><button>Check</button></form>${said ?? ''}`,
  )
}
