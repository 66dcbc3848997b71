// How a shop of stock-shop.ts tells what it has.

export type ShopState = 'in' | 'out' | 'preorder'
/**
 * - `page`: radios, the ones that are out disabled, and JSON-LD per size;
 * - `shopify`: the same page by Shopify's software, and `/products/HANDLE.js`;
 * - `woo`: a WooCommerce form with its variations, and the Store API;
 * - `vanish`: a size that is out is nowhere on the page.
 */
export type Telling = 'page' | 'shopify' | 'woo' | 'vanish'
/** What the metadata says instead of the truth; what a person sees stays true. */
export type Lie = 'none' | 'in' | 'out' | 'price'

export type Product = {
  handle: string
  telling: Telling
  lie: Lie
  /** By label, in the shop's order. */
  stock: Map<string, ShopState>
  priceMinor: number
  /** One higher with every change. */
  version: number
  /** When it changed last. Milliseconds since 1970. */
  changedAt: number
}

export const CURRENCY = 'USD'
const units = (minor: number) => (minor / 100).toFixed(2)
const titleOf = ({ handle }: Product) => `Tern ${handle}`

const terms = { in: 'InStock', out: 'OutOfStock', preorder: 'PreOrder' } as const
const claimed = ({ lie }: Product, state: ShopState) => terms[lie === 'in' || lie === 'out' ? lie : state]

function jsonLd(product: Product): string {
  const { stock, lie, priceMinor, telling } = product
  const price = units(lie === 'price' ? priceMinor / 2 : priceMinor)
  const shown = [...stock].filter(([, state]) => telling !== 'vanish' || state !== 'out')
  const offers = shown.map(([size, state]) => ({
    ...{ '@type': 'Offer', size, price, priceCurrency: CURRENCY },
    availability: `https://schema.org/${claimed(product, state)}`,
  }))
  const said = { '@context': 'https://schema.org', '@type': 'Product', name: titleOf(product), offers }
  return `<script type="application/ld+json">${JSON.stringify(said)}</script>`
}

function choice([size, state]: [string, ShopState], telling: Telling): string {
  if (state === 'out' && telling === 'vanish') return ''
  const off = state === 'out' ? ' disabled' : ''
  const words = state === 'preorder' ? `${size} (Pre-order)` : size
  return `<label><input type="radio" name="size" value="${size}"${off}> ${words}</label>`
}

/** Many lines that say nothing, as pages have them: what gzip and a parser meet. */
const ballast = '<p>Free returns within thirty days. Made for long walks on short days.</p>\n'.repeat(60)

function variationsOf({ stock, priceMinor }: Product) {
  return [...stock].map(([size, state], index) => ({
    ...{ variation_id: 100 + index, attributes: { attribute_size: size }, is_in_stock: state !== 'out' },
    ...{ is_purchasable: true, backorders_allowed: state === 'preorder', display_price: priceMinor / 100 },
    availability_html:
      state === 'preorder' ? '<p class="available-on-backorder">Available on backorder</p>' : '',
  }))
}

function wooForm(product: Product): string {
  const said = JSON.stringify(variationsOf(product)).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const options = [...product.stock.keys()].map((size) => `<option value="${size}">${size}</option>`)
  return `<form class="variations_form" data-product_variations="${said}"><label for="size">Size</label>
<select id="size" name="attribute_size"><option value="">Choose an option</option>${options.join('')}</select></form>`
}

const picker = ({ stock, telling }: Product) =>
  `<form><fieldset><legend>Size</legend>${[...stock].map((each) => choice(each, telling)).join('')}</fieldset><button>Add to cart</button></form>`

const heads: Readonly<Record<Telling, string>> = {
  page: '<body>',
  vanish: '<body>',
  shopify: `<body><script>window.Shopify = { routes: { root: "/" }, currency: { active: "${CURRENCY}" } }</script><script src="/cdn/shop/theme.js"></script>`,
  woo: '<link rel="https://api.w.org/" href="/wp-json/"><meta name="generator" content="WooCommerce 9.4"><body class="woocommerce single-product">',
}

/** The product's page. */
export function pageOf(product: Product): string {
  const choose = product.telling === 'woo' ? wooForm(product) : picker(product)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${titleOf(product)}</title>${jsonLd(product)}${heads[product.telling]}
<main><h1>${titleOf(product)}</h1><p>$${units(product.priceMinor)}</p>${choose}${ballast}</main></body></html>`
}

/** `/products/HANDLE.js`. */
export function shopifyList(product: Product): string {
  const variants = [...product.stock].map(([size, state], index) => ({
    ...{ id: 100 + index, title: size, option1: size, option2: null, option3: null },
    ...{ available: state !== 'out', price: product.priceMinor },
  }))
  const options = [{ name: 'Size', position: 1, values: [...product.stock.keys()] }]
  return JSON.stringify({ id: 1, title: titleOf(product), handle: product.handle, options, variants })
}

/** `/wp-json/wc/store/v1/products?slug=HANDLE`. */
export function wooParent(product: Product, id: number): string {
  return JSON.stringify([
    { id, name: titleOf(product), type: 'variable', is_in_stock: true, prices: wooPrices(product) },
  ])
}

const wooPrices = ({ priceMinor }: Product) => ({
  ...{ price: String(priceMinor), currency_code: CURRENCY, currency_minor_unit: 2 },
})

/** `/wp-json/wc/store/v1/products?parent[]=ID&type=variation`. */
export function wooList(product: Product): string {
  const prices = wooPrices(product)
  return JSON.stringify(
    [...product.stock].map(([size, state], index) => ({
      ...{ id: 100 + index, name: titleOf(product), type: 'variation', variation: `Size: ${size}` },
      ...{
        is_in_stock: state !== 'out',
        is_purchasable: true,
        is_on_backorder: state === 'preorder',
        prices,
      },
    })),
  )
}

/** What stands in for a page when the shop wants to see a person. */
export const challengePage = `<!doctype html><html><title>Just a moment...</title><body><h1>Checking your browser</h1>
<p>Please verify that you are a human.</p><form id="challenge-form"><div class="g-recaptcha"></div></form></body></html>`
