import type { Goods } from '../../../simulator/goods.ts'

export const goods: Goods = {
  sku: 'GZ5551',
  title: 'Palmer Court Shoes',
  price: 10_000,
  sizes: ['7', '8', '9', '9.5', '10', '11', '12'],
  gone: ['9', '11'],
  deliveries: [
    { id: 'express', label: 'Express, 1 to 2 days, $12.00', price: 1_200 },
    { id: 'standard', label: 'Standard, 3 to 5 days, $5.00', price: 500 },
  ],
  taxPerMille: 70,
  number: (n) => `AUS${50_002_610 + n}`,
}
