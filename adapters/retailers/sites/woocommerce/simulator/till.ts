import { totalsOf, written } from '../../../simulator/goods.ts'
import { options, states } from '../../../simulator/html.ts'
import type { Visit } from '../../../simulator/shop.ts'
import { goods } from './goods.ts'
import { page } from './pages.ts'

const row = (name: string, label: string, type = 'text') =>
  `<p class="form-row validate-required"><label for="billing_${name}">${label} <abbr class="required">*</abbr></label><input type="${type}" class="input-text" name="billing_${name}" id="billing_${name}"></p>`

const billing = `<h3>Billing details</h3>${row('first_name', 'First name')}${row('last_name', 'Last name')}
<p class="form-row"><label for="billing_company">Company name (optional)</label><input name="billing_company" id="billing_company"></p>
<p class="form-row"><label for="billing_country">Country / Region</label><select name="billing_country" id="billing_country">${options(
  [
    ['CA', 'Canada'],
    ['US', 'United States (US)'],
  ],
  'Select',
)}</select></p>
${row('address_1', 'Street address')}${row('city', 'Town / City')}<p class="form-row"><label for="billing_state">State</label><select name="billing_state" id="billing_state">${options(states, 'Select an option')}</select></p>
${row('postcode', 'ZIP Code')}${row('phone', 'Phone', 'tel')}${row('email', 'Email address', 'email')}
<p><label><input type="checkbox" name="createaccount" value="1"> Create an account?</label></p><p><label for="order_comments">Order notes (optional)</label><textarea name="order_comments" id="order_comments"></textarea></p>`

/** The part that comes from the shop again whenever the form changes. */
export function orderReview({ session: { line } }: Visit, delivery: string): string {
  const { subtotal, total } = written(totalsOf(goods, line?.quantity ?? 0, delivery))
  const ways = goods.deliveries
    .map(
      ({ id, label }) =>
        `<li><input type="radio" name="shipping_method[0]" id="${id}" value="${id}"${id === delivery ? ' checked' : ''}><label for="${id}">${label}</label></li>`,
    )
    .join('')
  return `<table class="shop_table"><tr><th>Product</th><th>Subtotal</th></tr><tr><td>${goods.title} - ${line?.size} <strong>× ${line?.quantity}</strong></td><td>${subtotal}</td></tr>
<tr><th>Subtotal</th><td>${subtotal}</td></tr><tr><th>Shipping</th><td><ul id="shipping_method">${ways}</ul></td></tr><tr class="order-total"><th>Total</th><td>${total}</td></tr></table>`
}

const payments = `<ul class="wc_payment_methods" role="group" aria-label="Payment methods"><li><input type="radio" name="payment_method" id="pm_bacs" value="bacs" checked><label for="pm_bacs">Direct bank transfer</label></li>
<li><input type="radio" name="payment_method" id="pm_cod" value="cod"><label for="pm_cod">Cash on delivery</label></li></ul>
<p><label><input type="checkbox" name="terms" id="terms"> I have read and agree to the website terms and conditions *</label></p><p><label><input type="checkbox" name="news" value="1" checked> Subscribe to our newsletter</label></p>`

/** The classic page: one form, sent by a script, answered as {result, redirect | messages}. */
export function checkout(visit: Visit): string {
  if (!visit.session.line) return page('Checkout', '<p>Your cart is currently empty.</p>')
  return page(
    'Checkout',
    `<h1>Checkout</h1><div id="errors"></div><form name="checkout" class="checkout">${billing}<h3>Your order</h3><div id="order_review">${orderReview(visit, 'flat_rate:1')}</div>
<div id="payment">${payments}<button type="submit" id="place_order" name="woocommerce_checkout_place_order">Place order</button></div></form>
<script>const form = document.forms.checkout, body = () => new URLSearchParams(new FormData(form)); let busy = 0
form.addEventListener('change', async (e) => { if (!/shipping_method|country|state|postcode/.test(e.target.name)) return; const mine = ++busy
const html = await (await fetch('/?wc-ajax=update_order_review', { method: 'POST', body: body() })).text(); if (mine === busy) document.getElementById('order_review').innerHTML = html })
form.onsubmit = async (e) => { e.preventDefault(); const said = await (await fetch('/?wc-ajax=checkout', { method: 'POST', body: body() })).json().catch(() => ({ messages: 'There was an error processing your order.' }))
if (said.result === 'success') location.href = said.redirect; else document.getElementById('errors').innerHTML = '<ul class="woocommerce-error" role="alert"><li>' + said.messages + '</li></ul>' }</script>`,
  )
}
