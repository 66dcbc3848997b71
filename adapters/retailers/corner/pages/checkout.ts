import { dollars, field, page } from '../html.ts'
import { type Session, totalsOf } from '../store.ts'
import { itemRows } from './cart.ts'

function step(title: string, body: string, error?: string): string {
  return page(title, `<h1>${title}</h1>${error ? `<p class="error" role="alert">${error}</p>` : ''}${body}`)
}

export function addressPage({ address }: Session, error?: string): string {
  const value = (name: keyof NonNullable<typeof address>) => address?.[name] ?? ''
  return step(
    'Contact and address',
    `<form method="post" action="/checkout/address">
${field({ name: 'email', label: 'Email', type: 'email', autocomplete: 'email', value: value('email') })}
${field({ name: 'name', label: 'Full name', autocomplete: 'shipping name', value: value('name') })}
${field({ name: 'street', label: 'Street address', autocomplete: 'shipping street-address', value: value('street') })}
${field({ name: 'city', label: 'City', autocomplete: 'shipping address-level2', value: value('city') })}
${field({ name: 'state', label: 'State', autocomplete: 'shipping address-level1', value: value('state') })}
${field({ name: 'zip', label: 'ZIP code', autocomplete: 'shipping postal-code', value: value('zip') })}
<label class="field">Country <select name="country" autocomplete="shipping country">
<option value="US">United States</option><option value="CA">Canada</option></select></label>
<label class="field"><input type="checkbox" name="news" value="1" checked style="display:inline;width:auto">
Email me with news and offers</label>
<button>Continue to delivery</button></form>`,
    error,
  )
}

export function deliveryPage(): string {
  return step(
    'Delivery method',
    `<form method="post" action="/checkout/delivery"><fieldset><legend>Delivery</legend>
<label class="field"><input type="radio" name="delivery" value="express" style="display:inline;width:auto" required> Express, 1 day, ${dollars(1900)}</label>
<label class="field"><input type="radio" name="delivery" value="standard" style="display:inline;width:auto"> Standard, 3 to 5 days, ${dollars(700)}</label>
</fieldset><button>Continue to payment</button></form>`,
  )
}

export function paymentPage(): string {
  return step(
    'Payment',
    `<form method="post" action="/checkout/payment"><fieldset><legend>How do you want to pay?</legend>
<label class="field"><input type="radio" name="payment" value="on-delivery" style="display:inline;width:auto" required> Pay on delivery</label>
</fieldset><button>Review order</button></form>`,
  )
}

/** Subtotal, Shipping, Tax and Total, as on every last page of a checkout. */
export function totalRows(totals: {
  subtotal: number
  shipping: number
  tax: number
  total: number
}): string {
  const row = (label: string, cents: number, attribute = '') =>
    `<tr${attribute}><th scope="row">${label}</th><td>${dollars(cents)}</td></tr>`
  return (
    row('Subtotal', totals.subtotal) +
    row('Shipping', totals.shipping) +
    row('Tax', totals.tax) +
    row('Total', totals.total, ' class="total"')
  )
}

export function reviewPage(session: Session): string {
  return step(
    'Review your order',
    `<table>${itemRows(session)}${totalRows(totalsOf(session))}</table>
<p>Pay on delivery.</p><form method="post" action="/checkout/place"><button>Place order</button></form>`,
  )
}
