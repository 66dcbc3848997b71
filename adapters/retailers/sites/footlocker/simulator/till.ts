import { totalsOf, written } from '../../../simulator/goods.ts'
import { asking, options, states } from '../../../simulator/html.ts'
import type { Visit } from '../../../simulator/shop.ts'
import { goods, sizeWord } from './goods.ts'
import { page } from './pages.ts'

const input = (id: string, label: string, more: string) =>
  `<p><label for="${id}">${label}</label> <input id="${id}" ${more} required></p>`

const contact = `<h2>1. Contact</h2>${input('ContactInfo_text_firstName', 'First Name', 'name="given"')}${input('ContactInfo_text_lastName', 'Last Name', 'name="family"')}
${input('ContactInfo_email_email', 'Email', 'name="email" type="email"')}${input('ContactInfo_tel_phone', 'Phone', 'name="phone" type="tel" pattern="[0-9]{10}"')}
<p><label><input type="checkbox" name="news" value="1" checked> Text me launches and offers</label></p>`

const address = `<h2>2. Shipping address</h2><p><label for="land">Country</label> <select id="land" name="country" required>${options(
  [
    ['CA', 'Canada'],
    ['US', 'United States'],
  ],
  'Select',
)}</select></p>
${input('ShippingAddress_text_line1', 'Street Address', 'name="street"')}<p><label for="apt">Apt, suite (optional)</label> <input id="apt" name="apt"></p>
${input('ShippingAddress_text_postalCode', 'Postal Code', 'name="zip"')}${input('ShippingAddress_text_town', 'City', 'name="city"')}
<p><label for="region">State</label> <select id="region" name="state" required disabled></select></p>`

const card = `<h2>4. Payment</h2><p><label>Gift card number <input name="gift"></label></p>
<p><label>Card Number <input name="card" inputmode="numeric" maxlength="19"></label></p>
<p><label>Expiration Month <select name="month">${options(
  Array.from({ length: 12 }, (_, n) => [String(n + 1).padStart(2, '0'), String(n + 1).padStart(2, '0')]),
  'MM',
)}</select></label>
<label>Expiration Year <select name="year">${options(
  Array.from({ length: 9 }, (_, n) => [String(2026 + n), String(2026 + n)]),
  'YYYY',
)}</select></label></p>
<p><label>Security Code <input name="code" maxlength="4"></label></p>
<p><label><input type="checkbox" name="extra" value="1" checked> Round up and donate $1.00</label></p>`

const ways = goods.deliveries
  .map(({ id, label }) => `<label><input type="radio" name="delivery" value="${id}"> ${label}</label><br>`)
  .join('')

/** One page whose parts are asked for one after another; states come with the country, the button wakes at the end. */
export function till({ session: { line } }: Visit): string {
  if (!line) return page('Checkout', '<h1>Your cart is empty</h1>')
  const sums = Object.fromEntries(
    ['', ...goods.deliveries.map(({ id }) => id)].map((id) => [
      id,
      written(totalsOf(goods, line.quantity, id)),
    ]),
  )
  return page(
    'Checkout',
    `<h1>Checkout</h1><form id="f">${contact}${address}<section id="s3"></section><section id="s4"></section><button type="button" id="on">Save and continue</button><p id="wrong" role="alert"></p></form>
<section id="sum"></section>${asking}<script>const sums = ${JSON.stringify(sums)}, at = (id) => document.getElementById(id), form = at('f'); let step = 1
const sum = () => { const s = sums[form.delivery?.value ?? '']; at('sum').innerHTML = '<h2>Order Summary</h2><ul><li>${goods.title} <span>Size: ${sizeWord(line.size)}</span> <span>Qty: ${line.quantity}</span></li></ul><dl><dt>Subtotal</dt><dd>' + s.subtotal + '</dd><dt>Shipping</dt><dd>' + s.shipping + '</dd><dt>Tax</dt><dd>' + s.tax + '</dd><dt>Order total</dt><dd>' + s.total + '</dd></dl>' }
form.country.onchange = () => setTimeout(() => { form.state.disabled = false; form.state.innerHTML = form.country.value === 'US' ? ${JSON.stringify(options(states, 'Select'))} : '<option value="">Select</option><option>Ontario</option>' }, 200)
at('on').onclick = async () => { if (!form.reportValidity()) return
if (step === 1) { step = 2; await ask('/api/checkout/address', fieldsOf(form)); at('s3').innerHTML = ${JSON.stringify(`<h2>3. Shipping method</h2>${ways}`)}; return }
if (step === 2) { if (!form.delivery.value) { at('wrong').textContent = 'Choose a shipping method'; return } step = 3; at('wrong').textContent = ''
at('s4').innerHTML = ${JSON.stringify(card)}; at('on').id = 'place'; at('place').textContent = 'Place Order'; at('place').disabled = true; return }
at('place').disabled = true; const o = await ask('/api/checkout/orders', fieldsOf(form))
if (o.ok) location.href = '/order-confirmation'; else at('wrong').textContent = o.error ?? 'Something went wrong.' }
form.onchange = sum
form.oninput = () => { if (step === 3) at('place').disabled = !(form.card.value && form.month.value && form.year.value && form.code.value) }
sum()</script>`,
  )
}
