import { escapeHtml, field, page } from '../html.ts'
import type { Order } from '../store.ts'
import { itemRows } from './cart.ts'
import { totalRows } from './checkout.ts'

export function confirmationPage(order: Order): string {
  return page(
    'Thank you',
    `<h1>Thank you, your order is placed</h1>
<p>Order number <strong>${order.number}</strong>. We have sent a note to ${escapeHtml(order.address.email)}.</p>
<table>${itemRows(order)}${totalRows(order)}</table>`,
  )
}

export function refusedPage(): string {
  return page(
    'Sold out',
    `<h1>This size just sold out</h1>
<p class="error" role="alert">Sorry, the last pair is gone. Your order was not placed and you will not be charged.</p>`,
  )
}

function orderCard(order: Order): string {
  return `<article><h2>Order ${order.number}</h2>
<p>Placed <time datetime="${order.placedAt.toISOString()}">${order.placedAt.toUTCString()}</time></p>
<table>${itemRows(order)}${totalRows(order)}</table></article>`
}

/** @param found undefined: nobody asked yet */
export function lookupPage(found?: Order[]): string {
  const answer =
    found === undefined
      ? ''
      : found.length === 0
        ? '<p role="status">No orders found for this email and ZIP code.</p>'
        : found.map(orderCard).join('')
  return page(
    'Find my order',
    `<h1>Find my order</h1><form method="post" action="/orders">
${field({ name: 'email', label: 'Email', type: 'email', autocomplete: 'email' })}
${field({ name: 'zip', label: 'ZIP code', autocomplete: 'postal-code' })}
<button>Find orders</button></form>${answer}`,
  )
}

export function challengePage(): string {
  return page(
    'Are you a person?',
    '<h1>Please show that you are a person</h1><div class="captcha">Captcha</div>',
  )
}
