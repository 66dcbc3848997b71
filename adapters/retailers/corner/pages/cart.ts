import { CARE_KIT } from '../catalogue.ts'
import { dollars, escapeHtml, page } from '../html.ts'
import { type Session, totalsOf } from '../store.ts'
import { titleOf } from './product.ts'

/** The rows of what is bought, for cart, review and confirmation. */
export function itemRows({ line, careKit }: Pick<Session, 'line' | 'careKit'>): string {
  if (!line) return ''
  const { sneaker, size, quantity } = line
  const pair = `<tr><th scope="row">${escapeHtml(titleOf(sneaker))}<br><small>Size ${size} · Qty ${quantity}</small></th>
<td>${dollars(sneaker.price_minor * quantity)}</td></tr>`
  const kit = `<tr><th scope="row">${CARE_KIT.name}</th><td>${dollars(CARE_KIT.price_minor)}</td></tr>`
  return careKit ? pair + kit : pair
}

export function cartPage(session: Session): string {
  if (!session.line) return page('Cart', '<h1>Your cart</h1><p>Your cart is empty.</p>')
  const body = `<h1>Your cart</h1><table>${itemRows(session)}
<tr><th scope="row">Subtotal</th><td>${dollars(totalsOf(session).subtotal)}</td></tr></table>
<form method="post" action="/cart/update"><label class="field">Quantity
<input type="number" name="quantity" min="0" max="2" value="${session.line.quantity}"></label>
<button class="quiet">Update cart</button></form>
<p><a href="/checkout/address">Go to checkout</a></p>`
  return page('Cart', body)
}
