import { dollars } from '../../../corner/html.ts'
import { written } from '../../../simulator/goods.ts'
import { asking, countdown, document } from '../../../simulator/html.ts'
import { admission } from '../../../simulator/scenes.ts'
import { cartTotals, isIn, type SimulatedOrder, type Visit } from '../../../simulator/shop.ts'
import { goods, productPath } from './goods.ts'

const hidden = 'position:absolute;opacity:0;width:1px;height:1px'

export function page(title: string, body: string, head = ''): string {
  const header =
    '<header><nav><a href="/">Home</a> <a href="/cart" aria-label="Bag Items: 0">Bag</a></nav></header>'
  const footer =
    '<footer><a href="/orders/details">Order Status</a> Simulated: nothing here is real.</footer>'
  return document(title, `${header}<main>${body}</main>${footer}`, head)
}

export function listing({ asked }: Visit): string {
  const card = (path: string, title: string) =>
    `<div class="product-card"><a class="product-card__link-overlay" href="${path}">${title}</a><div>${dollars(goods.price)}</div></div>`
  const isIt = asked.query.get('q')?.toUpperCase() === goods.sku
  const hit = isIt ? card(productPath, `${goods.title} Men's Shoes`) : ''
  return page(
    'Search',
    `<h1>Search results</h1>${hit}${card('/t/tern-mid-mens-shoes-9dKpqL/TRN2210-004', 'Tern Mid')}`,
  )
}

function sizeOption(visit: Visit, size: string): string {
  const off = isIn(visit.shop, size) ? '' : ' disabled'
  return `<div><input type="radio" name="grid-selector-input" id="grid-${size}" value="${goods.sku}:${size}"${off} style="${hidden}"><label for="grid-${size}"${off ? ' class="disabled"' : ''}>${size}</label></div>`
}

const head = `<h1 id="pdp_product_title">${goods.title}</h1><h2>Men's Shoes</h2><div data-testid="currentPrice-container">${dollars(goods.price)}</div>`

/** Sizes come a moment after the page; the bag opens as a dialog. */
export function product(visit: Visit): string {
  const grid = goods.sizes.map((size) => sizeOption(visit, size)).join('')
  return page(
    goods.title,
    `${head}<div id="size-selector"><fieldset><legend><span>Select Size</span> <a href="#guide">Size Guide</a></legend><div data-testid="pdp-grid-selector-grid" id="grid"></div></fieldset></div>
<p id="wrong" role="alert"></p><button type="button" data-testid="atb-button" id="atb">Add to Bag</button> <button type="button">Favorite</button>
${asking}<script>setTimeout(() => { document.getElementById('grid').innerHTML = ${JSON.stringify(grid)} }, 250)
document.getElementById('atb').onclick = async () => {
const chosen = document.querySelector('[name=grid-selector-input]:checked')
if (!chosen) { document.getElementById('wrong').textContent = 'Please select a size.'; return }
const said = await ask('/api/bag', { size: chosen.value.split(':')[1] })
if (!said.ok) { document.getElementById('wrong').textContent = said.error; return }
const bag = Object.assign(document.createElement('div'), { innerHTML: '<h3>Added to Bag</h3><p>${goods.title}</p><button id="view">View Bag (1)</button> <button id="go">Checkout</button>' })
bag.setAttribute('role', 'dialog'); bag.style = 'position:fixed;right:0;top:0;background:#fff;padding:2rem'; document.body.append(bag)
bag.querySelector('#view').onclick = () => { location.href = '/cart' }; bag.querySelector('#go').onclick = () => { location.href = '/checkout' } }</script>`,
  )
}

export function soon(_: Visit, opensAt: Date): string {
  const data = JSON.stringify({ launchView: { commerceStartDate: opensAt.toISOString(), method: 'FLOW' } })
  return page(
    goods.title,
    `${head}<p>Coming soon</p><p>Launching in <span id="left" role="timer"></span></p><button type="button">Notify Me</button>
<script id="__NEXT_DATA__" type="application/json">${data}</script>${countdown(opensAt, "two(h) + ':' + two(m) + ':' + two(s % 60)")}`,
  )
}

export function draw(): string {
  return page(
    goods.title,
    `${head}<p>Draw open until 10:10 AM. One winner per person.</p><button type="button">Enter Draw</button>`,
  )
}

export function queue(): string {
  return page(
    'You are in line',
    `<div data-testid="buy-line"><h1>You're in line.</h1><p>Hang tight. Don't refresh: you will be let in.</p></div>${admission}`,
  )
}

export function challenge(): string {
  return page(
    'Access',
    '<h1>Press and hold to confirm you are a human</h1><div id="px-captcha" style="height:80px">Press & Hold</div>',
  )
}

export function bag(visit: Visit): string {
  const { line } = visit.session
  if (!line) return page('Bag', '<h1>Bag</h1><p>There are no items in your bag.</p>')
  const { subtotal, total } = written(cartTotals(visit))
  return page(
    'Bag',
    `<h1>Bag</h1><figure><p>${goods.title}</p><p>Size ${line.size}</p><label>Quantity <select><option selected>1</option><option>2</option></select></label><p>${subtotal}</p></figure>
<h2>Summary</h2><div><span>Subtotal</span><span>${subtotal}</span></div><div><span>Total</span><span>${total}</span></div>
<button type="button" onclick="location.href='/checkout'">Guest Checkout</button> <button type="button">Member Checkout</button> <button type="button">PayPal</button>`,
  )
}

function found(orders: SimulatedOrder[]): string {
  const row = ({ number, total, size }: SimulatedOrder) =>
    `<li>Order number ${number}: ${goods.title}, size ${size}, total ${dollars(total)}</li>`
  return orders.length > 0 ? `<ul>${orders.map(row).join('')}</ul>` : '<p>We could not find your order.</p>'
}

/** Asks for the number, as the site does: a guest who does not know it finds nothing here. */
export function lookup(orders?: SimulatedOrder[], title = 'Order Status'): string {
  if (title === 'Home') return page(title, '<h1>Just sneakers</h1>')
  return page(
    title,
    `<h1>${title}</h1><form method="post" action="/orders/details"><label>Order number <input name="number" required></label>
<label>Email <input type="email" name="email" required></label><button>View order</button></form>${orders ? found(orders) : ''}`,
  )
}
