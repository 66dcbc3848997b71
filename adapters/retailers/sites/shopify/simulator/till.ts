import { dollars } from '../../../corner/html.ts'
import { totalsOf, written } from '../../../simulator/goods.ts'
import { asking, document, options, states } from '../../../simulator/html.ts'
import type { Visit } from '../../../simulator/shop.ts'
import { goods } from './goods.ts'

const cardParts: Readonly<Record<string, string>> = {
  ...{
    number: 'Card number',
    expiry: 'Expiration date (MM / YY)',
    verification_value: 'Security code',
    name: 'Name on card',
  },
}
const autofill: Readonly<Record<string, string>> = {
  ...{ number: 'cc-number', expiry: 'cc-exp', verification_value: 'cc-csc', name: 'cc-name' },
}

/** One field of the payment service, in a frame of its own. */
export function cardField(part: string): string {
  return document(
    'Field container',
    `<input id="${part}" name="${part}" autocomplete="${autofill[part]}" placeholder="${cardParts[part]}" aria-required="true"><script>
document.querySelector('input').oninput = (e) => parent.postMessage({ part: '${part}', filled: e.target.value.length > 2 }, '*')</script>`,
  )
}

/** The frames come from another host name than the shop: that of the payment service. */
function cardFrames(origin: string): string {
  const host = origin.replace('127.0.0.1', 'localhost')
  return Object.entries(cardParts)
    .map(
      ([part, title]) =>
        `<iframe title="Field container for: ${title}" name="card-fields-${part}" src="${host}/card-fields/${part}" width="360" height="50"></iframe>`,
    )
    .join('')
}

const input = (name: string, label: string, autocomplete: string) =>
  `<div><input id="${name}" name="${name}" placeholder="${label}" autocomplete="${autocomplete}" required></div>`

const address = `<h2>Contact</h2><div><input type="email" name="email" id="email" placeholder="Email or mobile phone number" autocomplete="shipping email" required></div>
<label><input type="checkbox" name="news" value="1" checked> Email me with news and offers</label><h2>Delivery</h2>
<select name="countryCode" id="country" autocomplete="shipping country" aria-label="Country/Region">${options([['US', 'United States']])}</select>
${input('firstName', 'First name (optional)', 'shipping given-name')}${input('lastName', 'Last name', 'shipping family-name')}${input('address1', 'Address', 'shipping address-line1')}
<div><input name="address2" placeholder="Apartment, suite, etc. (optional)" autocomplete="shipping address-line2"></div>
${input('city', 'City', 'shipping address-level2')}<select name="zone" id="zone" autocomplete="shipping address-level1" aria-label="State" required>${options(states, 'State')}</select>
${input('postalCode', 'ZIP code', 'shipping postal-code')}<div><input name="phone" type="tel" placeholder="Phone (optional)" autocomplete="shipping tel"></div>`

const express =
  '<section aria-label="Express checkout"><button type="button">Shop Pay</button><button type="button">PayPal</button><button type="button">G Pay</button></section>'

const rates = goods.deliveries
  .map(
    ({ id, label, price }) =>
      `<label><input type="radio" name="delivery" value="${id}"> ${label} ${dollars(price)}</label><br>`,
  )
  .join('')

/** One page: the ways to ship come once the address is there, the frames of the card stand in it from the beginning. */
export function till({ shop, session: { line } }: Visit): string {
  const quantity = line?.quantity ?? 0
  const sums = Object.fromEntries(
    ['', ...goods.deliveries.map(({ id }) => id)].map((id) => [id, written(totalsOf(goods, quantity, id))]),
  )
  return document(
    'Checkout',
    `<header><a href="/">Marrow</a></header><main>${express}<form id="f">${address}<h2>Shipping method</h2><div id="rates"><p>Enter your shipping address to view available shipping methods.</p></div>
<h2>Payment</h2><fieldset><legend>Payment method</legend><label><input type="radio" name="way" value="card" checked> Credit card</label><label><input type="radio" name="way" value="paypal"> PayPal</label></fieldset>${cardFrames(shop.origin)}
<p id="wrong" role="alert"></p><button type="submit" id="checkout-pay-button">Pay now</button></form></main><aside id="sum"></aside>
${asking}<script>const sums = ${JSON.stringify(sums)}, at = (id) => document.getElementById(id), form = at('f'), filled = {}; let known = ''
addEventListener('message', (e) => { if (e.data.part) filled[e.data.part] = e.data.filled })
const sum = () => { const id = form.delivery?.value ?? '', s = sums[id]
at('sum').innerHTML = '<h2>Order summary</h2><table><tr><td>${goods.title}<br>${line?.size}</td><td>Quantity ${quantity}</td><td>' + s.subtotal + '</td></tr></table><div><span>Subtotal</span><span>' + s.subtotal + '</span></div><div><span>Shipping</span><span>' + (id ? s.shipping : 'Enter shipping address') + '</span></div>' + (id ? '<div><span>Estimated taxes</span><span>' + s.tax + '</span></div>' : '') + '<div><strong>Total</strong><strong><abbr>USD</abbr> ' + s.total + '</strong></div>' }
form.addEventListener('change', async () => { const zip = form.postalCode.value + form.zone.value
if (form.postalCode.value && form.zone.value && zip !== known) { known = zip; const r = await ask('/checkouts/rates', { zip: form.postalCode.value }); if (r.ok) setTimeout(() => { at('rates').innerHTML = ${JSON.stringify(rates)}; sum() }, 300) }
sum() })
form.onsubmit = async (e) => { e.preventDefault(); if (!form.delivery?.value || !['number', 'expiry', 'verification_value', 'name'].every((p) => filled[p])) { at('wrong').textContent = 'Enter a valid card'; return }
at('checkout-pay-button').disabled = true; const f = fieldsOf(form); const o = await ask('/checkouts/complete', { ...f, zip: f.postalCode, payment: f.way })
if (o.ok) location.href = '/checkouts/cn/Z2NwLXVz/thank-you'; else at('wrong').textContent = o.error ?? 'There was a problem processing the payment.' }
sum()</script>`,
  )
}
