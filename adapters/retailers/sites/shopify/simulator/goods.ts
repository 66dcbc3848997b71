import type { Goods } from '../../../simulator/goods.ts'

export const goods: Goods = {
  sku: 'marrow-tideline',
  title: 'Marrow Tideline Runner',
  price: 12_999,
  sizes: ['8', '9', '10', '11'],
  gone: ['11'],
  deliveries: [
    { id: 'standard', label: 'Standard', price: 690 },
    { id: 'express', label: 'Express', price: 1_800 },
  ],
  taxPerMille: 50,
  number: (n) => `${1_040 + n}`,
}

/** The number that the software gives a variant. */
export const variantId = (size: string) => String(44_100_000 + goods.sizes.indexOf(size))
export const sizeOfVariant = (id: string) => goods.sizes.find((size) => variantId(size) === id) ?? ''

/** What the software lists to anyone who asks: /products/{handle}.js */
export function productJson(isIn: (size: string) => boolean): object {
  const variants = goods.sizes.map((size) => ({
    ...{ id: Number(variantId(size)), title: size, option1: size, options: [size], sku: `MT-${size}` },
    ...{ available: isIn(size), price: goods.price, requires_shipping: true },
  }))
  const options = [{ name: 'Size', position: 1, values: goods.sizes }]
  return {
    id: 7_100_001,
    title: goods.title,
    handle: goods.sku,
    available: true,
    price: goods.price,
    options,
    variants,
  }
}
