import { CARE_KIT, type CornerSneaker, cornerCatalogue } from '../catalogue.ts'
import { dollars, escapeHtml, page } from '../html.ts'
import { type Store, stockOf } from '../store.ts'

function picture({ tones: [upper, sole] }: CornerSneaker): string {
  return `<div class="pair" role="img" aria-label="Drawing of the pair" style="background:linear-gradient(170deg,${upper} 62%,${sole} 62%)"></div>`
}

export function titleOf(sneaker: CornerSneaker): string {
  return `${sneaker.brand} ${sneaker.name}`
}

export function homePage(): string {
  const cards = cornerCatalogue.map(
    (
      sneaker,
    ) => `<li><a href="${sneaker.path}">${picture(sneaker)}<strong>${escapeHtml(titleOf(sneaker))}</strong></a>
<div>${escapeHtml(sneaker.colorway)}</div><div>${dollars(sneaker.price_minor)}</div></li>`,
  )
  return page('Sneakers', `<h1>New on the corner</h1><ul class="grid">${cards.join('')}</ul>`)
}

/** schema.org Product with one Offer per size. */
function jsonLd(store: Store, sneaker: CornerSneaker, origin: string): string {
  const offers = sneaker.sizes.map(({ size }) => ({
    '@type': 'Offer',
    sku: `${sneaker.style_code}-${size}`,
    name: `${titleOf(sneaker)} size ${size}`,
    size,
    price: (sneaker.price_minor / 100).toFixed(2),
    priceCurrency: 'USD',
    availability: `https://schema.org/${stockOf(store, sneaker, size) > 0 ? 'InStock' : 'OutOfStock'}`,
    url: `${origin}${sneaker.path}`,
  }))
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: titleOf(sneaker),
    mpn: sneaker.style_code,
    color: sneaker.colorway,
    brand: { '@type': 'Brand', name: sneaker.brand },
    offers,
  }
  return `<script type="application/ld+json">${JSON.stringify(product).replace(/</g, '\\u003c')}</script>`
}

function sizeChoice(store: Store, sneaker: CornerSneaker, size: string): string {
  const out = stockOf(store, sneaker, size) === 0
  return `<label${out ? ' class="out"' : ''}><input type="radio" name="size" value="${size}" required${out ? ' disabled' : ''}>
${size}${out ? ' <small>Sold out</small>' : ''}</label>`
}

export function productPage(store: Store, sneaker: CornerSneaker, origin: string): string {
  const choices = sneaker.sizes.map(({ size }) => sizeChoice(store, sneaker, size)).join('')
  const body = `<div class="two"><div>${picture(sneaker)}</div><div>
<h1>${escapeHtml(titleOf(sneaker))}</h1><p>${escapeHtml(sneaker.colorway)} · Style ${sneaker.style_code}</p>
<p><strong>${dollars(sneaker.price_minor)}</strong></p>
<form method="post" action="/cart/add"><input type="hidden" name="style_code" value="${sneaker.style_code}">
<fieldset><legend>US size</legend><div class="sizes">${choices}</div></fieldset>
<label class="field">Quantity <input type="number" name="quantity" min="1" max="2" value="1"></label>
<label class="field"><input type="checkbox" name="care_kit" value="1" checked style="display:inline;width:auto">
${CARE_KIT.name} ${dollars(CARE_KIT.price_minor)}</label>
<button>Add to cart</button></form></div></div>`
  return page(titleOf(sneaker), body, jsonLd(store, sneaker, origin))
}
