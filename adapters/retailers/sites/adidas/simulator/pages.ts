import { dollars } from '../../../corner/html.ts'
import { written } from '../../../simulator/goods.ts'
import { asking, countdown, document } from '../../../simulator/html.ts'
import { admission } from '../../../simulator/scenes.ts'
import { cartTotals, isIn, type SimulatedOrder, type Visit } from '../../../simulator/shop.ts'
import { goods } from './goods.ts'

const style = `<style>[class*=crossed-out]{text-decoration:line-through;color:#767677}.gl-cta{text-transform:uppercase}</style>`

export function page(title: string, body: string): string {
  const header = '<header><a href="/us">adidas</a> <a href="/us/cart" aria-label="Cart">Bag</a></header>'
  const footer =
    '<footer><a href="/us/order-tracker">Order tracker</a> Simulated: nothing here is real.</footer>'
  return document(title, `${header}<div id="app">${body}</div>${footer}`, style)
}

const head = `<h1 data-auto-id="product-title">${goods.title}</h1><div class="gl-price">${dollars(goods.price)}</div>`

/** A size that is out is crossed out and nothing else: the button still takes a press. */
function sizeButton(visit: Visit, size: string): string {
  const out = isIn(visit.shop, size) ? '' : ' unavailable--crossed-out___3nmxN'
  return `<button type="button" class="gl-label size___2lbev${out}" aria-pressed="false"><span>${size}</span></button>`
}

export function product(visit: Visit): string {
  return page(
    goods.title,
    `${head}<section><div class="size-selector___2htsB"><p>Available sizes</p><div class="sizes___3Stmf">${goods.sizes.map((size) => sizeButton(visit, size)).join('')}</div></div>
<p id="wrong" role="alert"></p><button type="button" class="gl-cta" data-auto-id="add-to-bag" id="atb">Add to bag</button></section>
${asking}<script>let size = ''; const sizes = [...document.querySelectorAll('.size___2lbev')]
for (const b of sizes) b.onclick = () => { if (b.className.includes('crossed-out')) return; size = b.textContent; for (const e of sizes) e.setAttribute('aria-pressed', String(e === b)) }
document.getElementById('atb').onclick = async () => { if (!size) { document.getElementById('wrong').textContent = 'Please select your size'; return }
const said = await ask('/api/baskets/items', { size })
if (!said.ok) { document.getElementById('wrong').textContent = said.error; return }
const modal = Object.assign(document.createElement('div'), { innerHTML: '<h4>Successfully added to bag!</h4><p>${goods.title}</p><p>Size: ' + size + '</p><a class="gl-cta" href="/us/cart">View bag</a> <a class="gl-cta" href="/us/delivery">Checkout</a> <button aria-label="Close">x</button>' })
modal.setAttribute('role', 'dialog'); modal.setAttribute('aria-modal', 'true'); modal.style = 'position:fixed;inset:10% 20%;background:#fff;padding:2rem;border:1px solid'; document.body.append(modal) }</script>`,
  )
}

/** A countdown without an instant that machines could read. */
export function soon(_: Visit, opensAt: Date): string {
  return page(
    goods.title,
    `${head}<p>Coming soon. Available in</p><div class="countdown___1Wp" id="left"></div><button type="button" class="gl-cta">Notify me</button>
${countdown(opensAt, "Math.floor(h / 24) + ' days ' + (h % 24) + ' h ' + two(m) + ' m ' + two(s % 60) + ' s'")}`,
  )
}

export function draw(): string {
  return page(
    goods.title,
    `${head}<p>Members enter for the chance to buy.</p><button type="button" class="gl-cta">Enter the draw</button>`,
  )
}

export function queue(): string {
  return page(
    'Waiting room',
    `<div class="waiting-room___2Ks"><h1>You are in the waiting room</h1><p>Your place in line is kept. This page refreshes by itself.</p></div>${admission}`,
  )
}

export function challenge(): string {
  return page(
    'UH-OH',
    '<h1>UH-OH. Something went wrong.</h1><p>Unfortunately we are unable to give you access to our site at this time.</p><div id="sec-if-cpt-container" style="height:60px">Security check</div>',
  )
}

export function bag(visit: Visit): string {
  const { line } = visit.session
  if (!line) return page('Bag', '<h1>Your bag is empty</h1>')
  const { subtotal, total } = written(cartTotals(visit))
  return page(
    'Bag',
    `<h1>Your bag</h1><div data-auto-id="glass-cart-line-item"><p>${goods.title}</p><p>Size: ${line.size}</p><p>Quantity: ${line.quantity}</p><p>${subtotal}</p></div>
<div><span>Subtotal</span><span>${subtotal}</span></div><div><span>Total</span><span>${total}</span></div><a class="gl-cta" href="/us/delivery">Checkout</a>`,
  )
}

export function thanks(order: SimulatedOrder): string {
  return page(
    'Order confirmation',
    `<h1>Thank you for your order</h1><p>Order number: <strong>${order.number}</strong></p><p>Total: ${dollars(order.total)}</p>`,
  )
}

export function gone(): string {
  return page(
    'Bag',
    '<h1>Sorry</h1><p role="alert">The item in your bag just sold out. Your order was not placed.</p>',
  )
}

export function tracker(orders?: SimulatedOrder[]): string {
  const found = orders?.map(
    ({ number, total }) => `<li>Order number ${number}, ${goods.title}, ${dollars(total)}</li>`,
  )
  const said = found && (found.length > 0 ? `<ul>${found.join('')}</ul>` : '<p>Order not found.</p>')
  return page(
    'Order tracker',
    `<h1>Order tracker</h1><form method="post" action="/us/order-tracker"><label>Order number <input name="number" required></label>
<label>Email <input name="email" type="email" required></label><button class="gl-cta">Track order</button></form>${said ?? ''}`,
  )
}
