import { type Totals, totalsOf, written } from '../../../simulator/goods.ts'
import { states } from '../../../simulator/html.ts'
import type { Visit } from '../../../simulator/shop.ts'
import { goods } from './goods.ts'
import { page } from './pages.ts'

const input = (id: string, name: string, label: string) =>
  `<div class="gl-form-item"><input class="gl-input" id="shippingAddress-${id}" name="${name}" type="${name === 'email' ? 'email' : 'text'}" required><label class="gl-label" for="shippingAddress-${id}">${label} *</label></div>`

/** A list of states that only looks like one. */
const dropdown = `<div class="gl-dropdown-custom"><input type="hidden" name="state"><span id="st">State *</span><button type="button" aria-haspopup="listbox" aria-labelledby="st" id="sb">Select</button>
<div role="listbox" id="sl" aria-label="State" hidden>${states.map(([code, name]) => `<div role="option" data-v="${code}">${name}</div>`).join('')}</div></div>
<script>document.getElementById('sb').onclick = () => { document.getElementById('sl').hidden = false }
for (const o of document.querySelectorAll('#sl [role=option]')) o.onclick = () => { document.querySelector('[name=state]').value = o.dataset.v; document.getElementById('sb').textContent = o.textContent; document.getElementById('sl').hidden = true }</script>`

const ways = goods.deliveries
  .map(
    ({ id, label }) =>
      `<p><input type="radio" name="delivery" id="d-${id}" value="${id}" required><label for="d-${id}">${label}</label></p>`,
  )
  .join('')

export function delivery(_: Visit): string {
  return page(
    'Delivery',
    `<h1>Checkout</h1><form method="post" action="/us/delivery"><h2>Contact</h2>${input('emailAddress', 'email', 'Email')}
<h2>Address</h2>${input('firstName', 'given', 'First Name')}${input('lastName', 'family', 'Last Name')}${input('address1', 'street', 'Street Address')}
${input('city', 'city', 'City')}${dropdown}${input('zipcode', 'zip', 'Zip Code')}${input('phoneNumber', 'phone', 'Phone Number')}
<fieldset><legend>Delivery options</legend>${ways}</fieldset>
<p><label><input type="checkbox" name="age" value="1" required> I am over 16 and I agree to the terms and conditions</label></p>
<p><label><input type="checkbox" name="news" value="1" checked> Yes, I would like emails with exclusive offers</label></p>
<button class="gl-cta">Review and pay</button></form>`,
  )
}

function summary({ session: { line } }: Visit, totals: Totals): string {
  const { subtotal, shipping, tax, total } = written(totals)
  const row = (label: string, amount: string) => `<div><span>${label}</span><span>${amount}</span></div>`
  return `<aside><h2>Order summary</h2><div><p>${goods.title}</p><p>Size: ${line?.size} / Quantity: ${line?.quantity}</p></div>
${row('Subtotal', subtotal)}${row('Delivery', shipping)}${row('Sales tax', tax)}${row('Total', total)}</aside>`
}

const card = `<div id="card" hidden><p><label for="card-number">Card number *</label><input id="card-number" name="card" inputmode="numeric"></p>
<p><label for="card-name">Name on card *</label><input id="card-name" name="holder"></p>
<p><label for="card-exp">Expiration date (MM/YY) *</label><input id="card-exp" name="expiry"></p>
<p><label for="card-cvv">CVV *</label><input id="card-cvv" name="code"></p></div>
<script>for (const r of document.querySelectorAll('[name=payment]')) r.onchange = () => { document.getElementById('card').hidden = r.value !== 'card' }</script>`

/** What pays and what buys on one page. */
export function payment(visit: Visit, wrong = ''): string {
  const { session } = visit
  const totals = totalsOf(goods, session.line?.quantity ?? 0, session.form.delivery ?? '')
  const way = (id: string, label: string) =>
    `<p><label><input type="radio" name="payment" value="${id}" required> ${label}</label></p>`
  return page(
    'Payment',
    `<h1>Payment</h1>${wrong ? `<p role="alert">${wrong}</p>` : ''}${summary(visit, totals)}<form method="post" action="/us/payment">
<fieldset><legend>Payment method</legend>${way('paypal', 'PayPal')}${way('card', 'Credit card')}${way('klarna', 'Klarna, 4 payments')}</fieldset>${card}
<button class="gl-cta">Place order</button></form>`,
  )
}
