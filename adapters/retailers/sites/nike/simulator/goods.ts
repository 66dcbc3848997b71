import type { Goods } from '../../../simulator/goods.ts'

export const goods: Goods = {
  sku: 'TRN1042-101',
  title: 'Tern Low',
  price: 11_500,
  sizes: ['8', '8.5', '9', '9.5', '10', '10.5', '11', '12'],
  gone: ['9.5', '11'],
  deliveries: [
    { id: 'standard', label: 'Free Delivery, arrives in 3 to 5 days', price: 0 },
    { id: 'express', label: 'Express Delivery $14.00, arrives in 2 days', price: 1_400 },
  ],
  taxPerMille: 80,
  number: (n) => `C0${1_000_230 + n}`,
}

export const productPath = `/t/tern-low-mens-shoes-kXvR2w/${goods.sku}`
