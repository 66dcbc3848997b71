import { expect, test } from 'vitest'
import { readStock } from './read.ts'
import { readShopifyProduct } from './shopify.ts'

const said = (text: string, more: { isLive?: boolean; currency?: string } = {}) =>
  Object.fromEntries(readStock({ text, ...more }).map(({ size, state }) => [size, state]))

const jsonLd = (offers: Record<string, string>) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@type': 'Product',
    name: 'Tern',
    offers: Object.entries(offers).map(([size, availability]) => ({
      ...{ '@type': 'Offer', size, price: '150.00', priceCurrency: 'USD', availability },
    })),
  })}</script>`

test.each([
  [
    'a select',
    '<label for=s>Size</label><select id=s><option>Choose<option>9<option disabled>10<option>11 - sold out</select>',
  ],
  [
    'radios',
    '<fieldset><legend>Taille</legend><input type=radio name=t id=a value=9><label for=a>9</label><label><input type=radio name=t disabled value=10>10</label><label class="sold-out"><input type=radio name=t value=11> 11</label></fieldset>',
  ],
  [
    'buttons',
    '<div class="size-picker"><button>9</button><button disabled>10</button><button aria-label="11, sold out" class=is-disabled>11</button></div>',
  ],
  [
    'links',
    '<div id=sizes><a href="?s=9">EU 43 / US 9</a> <s>EU 44 / US 10</s> <del>EU 45 / US 11</del></div>',
  ],
  [
    'a listbox',
    '<ul role=listbox aria-label="Größe"><li role=option>9</li><li role=option aria-disabled=true>10</li><li role=option>11 (ausverkauft)</li></ul>',
  ],
  [
    'boxes that carry their size',
    '<div class=storlek><div style="cursor: pointer" data-s=9>9</div><div class=sold-out data-s=10>10</div><span onclick="x()" class=out>11</span></div>',
  ],
])('%s: what can be chosen is in, what is off or called so is out', (_, text) => {
  expect(said(text)).toEqual({ 9: 'in', 10: 'out', 11: 'out' })
})

test('tables of sizes, numbers of pairs, pages and stars are no sizes', () => {
  const decoys = `<div class="size-guide"><button>8</button><button>9</button></div><nav><a href=?p=2>2</a><a href=?p=3>3</a></nav>
<label>Quantity <select name=qty><option>1<option>2</select></label><table><td>10<td>44</table><p>Only 3 left</p>`
  expect(readStock({ text: decoys })).toEqual([])
})

test('words beside a size: the last pair is in, an order in advance is one', () => {
  const text = '<select name=size><option>9 – only 2 left<option>10 (Pre-order)<option>11 Notify me</select>'
  expect(said(text)).toEqual({ 9: 'in', 10: 'preorder', 11: 'out' })
})

test('prices come from the metadata, the size as written from the page, and the evidence from both', () => {
  const text = `${jsonLd({ 9: 'InStock' })}<select name=size><option>US 9 / EU 42.5</select>`
  expect(readStock({ text })).toEqual([
    {
      ...{ size: '9', label: 'US 9 / EU 42.5', state: 'in', priceMinor: 15_000, currency: 'USD' },
      evidence: 'option "US 9 / EU 42.5"; metadata "InStock"',
    },
  ])
})

const listing = '<select name=size><option>9<option disabled>10</select>'

test('metadata against a size that is merely listed makes it unknown, and in a browser the page is believed', () => {
  const text = `${jsonLd({ 9: 'OutOfStock', 10: 'OutOfStock' })}${listing}`
  expect(said(text)).toEqual({ 9: 'unknown', 10: 'out' })
  expect(said(text, { isLive: true })).toEqual({ 9: 'in', 10: 'out' })
})

test('metadata that was caught lying, or stands against a list that knows and a button that buys, is not believed', () => {
  expect(said(`${jsonLd({ 9: 'OutOfStock', 10: 'InStock' })}${listing}`)).toEqual({ 9: 'in', 10: 'out' })
  const text = `${jsonLd({ 9: 'OutOfStock', 10: 'OutOfStock' })}${listing}<button>Add to cart</button>`
  expect(said(text)).toEqual({ 9: 'in', 10: 'out' })
})

test('a size that only the metadata has is out where the page offers others', () => {
  const text = `${jsonLd({ 9: 'InStock', 10: 'InStock', 11: 'SoldOut', 12: 'PreOrder' })}<select name=size><option>9</select>`
  expect(said(text)).toEqual({ 9: 'in', 10: 'out', 11: 'out', 12: 'out' })
  expect(said(jsonLd({ 9: 'InStock', 10: 'whatever' }))).toEqual({ 9: 'in', 10: 'unknown' })
})

test('microdata is read offer by offer', () => {
  const offer = (size: string, term: string) =>
    `<div itemprop=offers itemscope itemtype="https://schema.org/Offer"><meta itemprop=size content="${size}"><meta itemprop=price content="99.00"><meta itemprop=priceCurrency content=EUR><link itemprop=availability href="https://schema.org/${term}"></div>`
  const text = `<div itemscope itemtype="http://schema.org/Product"><h1 itemprop=name>Tern</h1>${offer('9', 'InStock')}${offer('10', 'OutOfStock')}</div>`
  expect(readStock({ text })).toMatchObject([
    { size: '9', state: 'in', priceMinor: 9_900, currency: 'EUR' },
    { size: '10', state: 'out' },
  ])
})

test('a product sold in no sizes is one line with an empty size', () => {
  const product = {
    '@type': 'Product',
    name: 'Bag',
    offers: { '@type': 'Offer', availability: 'InStock', price: 10 },
  }
  const text = `<script type="application/ld+json">${JSON.stringify(product)}</script>`
  expect(readStock({ text })).toMatchObject([{ size: '', state: 'in' }])
})

test("Shopify's list: hundredths in any currency, colours of one size together unless the address names one, silence is unknown", () => {
  const variants = [
    { id: 1, title: 'Bone / 9', option1: 'Bone', option2: '9', available: false, price: 15_000 },
    { id: 2, title: 'Ink / 9', option1: 'Ink', option2: '9', available: true, price: 15_500 },
    { id: 3, title: 'Bone / 10', option1: 'Bone', option2: '10', available: false, price: 15_000 },
  ]
  const list = JSON.stringify({ title: 'Tern', options: ['Color', 'Size'], variants })
  expect(readStock({ text: list, currency: 'USD' })).toMatchObject([
    { size: '9', state: 'in', priceMinor: 15_500, currency: 'USD' },
    { size: '10', state: 'out' },
  ])
  expect(readStock({ text: list, currency: 'JPY' })[0]).toMatchObject({ priceMinor: 155 })
  const url = 'https://shop.example/products/tern?variant=1'
  expect(readStock({ text: list, currency: 'USD', url }).map(({ state }) => state)).toEqual(['out', 'out'])
  const silent = {
    product: { title: 'Tern', variants: [{ id: 1, title: '9', price: '150.00', price_currency: 'USD' }] },
  }
  expect(readStock({ text: JSON.stringify(silent) })).toMatchObject([
    { size: '9', state: 'unknown', priceMinor: 15_000 },
  ])
})

const prices = { price: '15000', currency_code: 'EUR', currency_minor_unit: 2 }

test("WooCommerce's list: minor units as it says, what cannot be bought is out", () => {
  const list = [
    { id: 31, name: 'Tern', variation: 'Color: Bone, Size: 9.5', is_in_stock: true, prices },
    {
      id: 32,
      name: 'Tern',
      variation: 'Color: Bone, Size: 10',
      is_in_stock: true,
      is_purchasable: false,
      prices,
    },
    {
      id: 33,
      name: 'Tern',
      variation: 'Color: Bone, Size: 11',
      is_in_stock: true,
      is_on_backorder: true,
      prices,
    },
  ]
  expect(readStock({ text: JSON.stringify(list) })).toMatchObject([
    { size: '9.5', state: 'in', priceMinor: 15_000, currency: 'EUR' },
    { size: '10', state: 'out' },
    { size: '11', state: 'preorder' },
  ])
})

test("a WooCommerce page's form knows what its select does not", () => {
  const form = [
    { variation_id: 31, attributes: { attribute_pa_size: '9-5' }, is_in_stock: true, display_price: 150 },
    { variation_id: 32, attributes: { attribute_pa_size: '10' }, is_in_stock: false, display_price: 150 },
  ]
  const escaped = JSON.stringify(form).replaceAll('"', '&quot;')
  const text = `<form class="variations_form" data-product_variations="${escaped}"><select name=attribute_pa_size><option value="">Choose an option<option value=9-5>9.5<option value=10>10</select></form>`
  expect(readStock({ text, currency: 'EUR' })).toMatchObject([
    { size: '9.5', state: 'in', priceMinor: 15_000 },
    { size: '10', state: 'out', evidence: 'option "10"; list "10": out' },
  ])
})

test('text that is broken, hostile or of no shop says nothing, and soon', () => {
  for (const text of [
    '',
    '{',
    '[1,2]',
    'null',
    '<',
    '<a',
    '<a href="',
    '<!--',
    '</x></y>',
    '<select><option>',
    '{"variants":[]}',
  ])
    expect(readStock({ text })).toEqual([])
  for (const text of [
    '<a "'.repeat(200_000),
    '<div>'.repeat(100_000),
    '<option>9'.repeat(20_000),
    `"${"<'".repeat(200_000)}`,
  ])
    expect(readStock({ text }).length).toBeLessThan(2)
})

test('a bare number of a list called "UK size" is no US size', () => {
  const listed = { title: 'Tern', options: ['UK size'], variants: [{ id: 1, title: '10', option1: '10' }] }
  expect(readShopifyProduct(listed)?.variants[0]?.label).toBe('UK 10')
})
