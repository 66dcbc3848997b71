import { totalsOf, written } from '../../../simulator/goods.ts'
import { asking, document, options, states } from '../../../simulator/html.ts'
import type { Visit } from '../../../simulator/shop.ts'
import { goods } from './goods.ts'
import { page } from './pages.ts'

/** The payment service's fields: what is typed goes to the page around them. */
export const cardFrame = document(
  'Card',
  `<input id="cardNumber" autocomplete="cc-number" placeholder="Card Number"><input id="exp" autocomplete="cc-exp" placeholder="MM/YY"><input id="cvc" autocomplete="cc-csc" placeholder="CVV">
<script>addEventListener('input', () => parent.postMessage({ card: document.getElementById('cardNumber').value }, '*'))</script>`,
)

const input = (id: string, label: string, type = 'text') =>
  `<div><input id="${id}" name="${id}" type="${type}" placeholder=" " required><label for="${id}">${label}</label></div>`

const address = `<section><h2>Delivery Options</h2><div id="address">${input('email', 'Email', 'email')}${input('firstName', 'First Name')}${input('lastName', 'Last Name')}
${input('address1', 'Address')}${input('city', 'City')}<div><select id="state" name="state" required aria-label="State">${options(states, 'State')}</select></div>
${input('postalCode', 'ZIP Code')}${input('phoneNumber', 'Phone Number', 'tel')}
<label><input type="checkbox" name="news" value="1" checked> Sign me up for news and offers by email</label>
<button type="button" id="save">Save & Continue</button><p id="wrong" role="alert"></p></div></section>`

const delivery = goods.deliveries
  .map(({ id, label }) => `<label><input type="radio" name="delivery" value="${id}"> ${label}</label>`)
  .join('')

const payment = `<h2>Payment</h2><fieldset><legend>Payment method</legend><label><input type="radio" name="way" value="card"> Credit or Debit Card</label>
<label><input type="radio" name="way" value="paypal"> PayPal</label></fieldset><div id="frame" hidden><iframe title="creditCardIframe" src="/checkout/card" width="400" height="120"></iframe></div>
<button type="button" id="toReview">Continue to Order Review</button>`

/** Sections that open one after another: what is saved is closed. */
export function till({ session: { line } }: Visit): string {
  if (!line) return page('Checkout', '<h1>Checkout</h1><p>Your bag is empty.</p>')
  const sums = Object.fromEntries(
    goods.deliveries.map(({ id }) => [id, written(totalsOf(goods, line.quantity, id))]),
  )
  return page(
    'Checkout',
    `<h1>Checkout</h1>${address}<section id="ways"></section><section id="pay"></section><section id="last"></section>
${asking}<script>const sums = ${JSON.stringify(sums)}, at = (id) => document.getElementById(id); let card = ''
addEventListener('message', (e) => { if (e.data.card) card = e.data.card })
at('save').onclick = async () => { const f = fieldsOf(at('address'))
if (Object.values(f).some((v) => v === '')) { at('wrong').textContent = 'Please fill in everything'; return }
await ask('/checkout/api/address', { ...f, zip: f.postalCode }); at('address').innerHTML = '<p>' + f.firstName + ' ' + f.lastName + ', ' + f.address1 + '</p>'
setTimeout(() => { at('ways').innerHTML = ${JSON.stringify(`<h2>Delivery</h2><fieldset><legend>Delivery method</legend>${delivery}</fieldset><button type="button" id="toPay">Continue to Payment</button>`)}
at('toPay').onclick = pay }, 400) }
const pay = async () => { const f = fieldsOf(at('ways')); if (!f.delivery) return
await ask('/checkout/api/delivery', f); at('ways').innerHTML = '<h2>Delivery</h2>'
at('pay').innerHTML = ${JSON.stringify(payment)}
at('pay').onchange = (e) => { if (e.target.name === 'way') at('frame').hidden = e.target.value !== 'card' }
at('toReview').onclick = () => { if (card) review(f.delivery) } }
const review = (d) => { const s = sums[d]; at('pay').hidden = true
at('last').innerHTML = '<h2>Order Review</h2><div><p>${goods.title}</p><p>Size ${line.size}</p><p>Qty ${line.quantity}</p></div><div><span>Subtotal</span><span>' + s.subtotal + '</span></div><div><span>Delivery</span><span>' + s.shipping + '</span></div><div><span>Tax</span><span>' + s.tax + '</span></div><div><span>Total</span><span>' + s.total + '</span></div><p id="no" role="alert"></p><button type="button" id="place">Place Order</button>'
at('place').onclick = async () => { at('place').disabled = true; const o = await ask('/checkout/api/order', { card })
document.querySelector('main').innerHTML = o.ok ? '<h1>Thanks for your order!</h1><p>Order number: <b>' + o.number + '</b></p>' : '<h1>Sorry</h1><p role="alert">' + (o.error ?? 'Something went wrong') + '</p>' } }</script>`,
  )
}
