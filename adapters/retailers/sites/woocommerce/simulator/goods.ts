import type { Goods } from '../../../simulator/goods.ts'

export const goods: Goods = {
  sku: 'okta-parade',
  title: 'Okta Parade',
  price: 11_000,
  sizes: ['8', '9', '10', '11'],
  gone: ['9'],
  deliveries: [
    { id: 'flat_rate:1', label: 'Flat rate: $6.00', price: 600 },
    { id: 'local_pickup:2', label: 'Local pickup', price: 0 },
  ],
  taxPerMille: 0,
  number: (n) => `${3_170 + n}`,
}

export const PARENT = 30
export const variationId = (size: string) => 31 + goods.sizes.indexOf(size)
export const sizeOfVariation = (id: string) =>
  goods.sizes.find((size) => String(variationId(size)) === id) ?? ''

/** Prices as the Store API writes them. */
const prices = { price: String(goods.price), currency_code: 'USD', currency_minor_unit: 2 }

/** /wp-json/wc/store/v1/products, of the product or of its variations. */
export function productsJson(query: URLSearchParams, isIn: (size: string) => boolean): object[] {
  if (query.get('type') === 'variation')
    return goods.sizes.map((size) => ({
      ...{ id: variationId(size), name: goods.title, type: 'variation', parent: PARENT, prices },
      ...{ variation: `Size: ${size}`, is_in_stock: isIn(size), is_purchasable: true },
    }))
  const variations = goods.sizes.map((size) => ({
    id: variationId(size),
    attributes: [{ name: 'Size', value: size }],
  }))
  const product = { id: PARENT, name: goods.title, slug: goods.sku, type: 'variable', prices, variations }
  return query.get('slug') === goods.sku ? [{ ...product, is_in_stock: goods.sizes.some(isIn) }] : []
}
