import type { Goods } from '../../../simulator/goods.ts'

export const goods: Goods = {
  sku: 'D7731100',
  title: 'Halyard Breaker 90',
  price: 13_000,
  sizes: ['7.5', '8', '9', '10', '10.5', '11', '12'],
  gone: ['8', '11'],
  deliveries: [
    { id: 'express', label: 'Express (2 business days) $19.99', price: 1_999 },
    { id: 'standard', label: 'Standard (3 to 7 business days) $7.99', price: 799 },
  ],
  taxPerMille: 65,
  number: (n) => `P${70_033_810 + n}`,
}

/** "10.0", as this site writes it. */
export const sizeWord = (size: string) => (size.includes('.') ? size : `${size}.0`)
