import { expect, test } from 'vitest'
import { readProduct } from './product.ts'

const offer = (size: string, availability: string) => ({
  '@type': 'Offer',
  size,
  price: '149.5',
  priceCurrency: 'EUR',
  availability,
})

test('reads title, exact price and stock per size, in whatever nesting', () => {
  const offers = [
    offer('9', 'https://schema.org/InStock'),
    offer('US 10', 'http://schema.org/SoldOut'),
    offer('11', 'PreOrder'),
  ]
  const graph = { '@graph': [{ '@type': 'WebSite' }, { '@type': ['Product'], name: 'Ferryman', offers }] }
  expect(readProduct(['not json', JSON.stringify(graph)])).toEqual({
    title: 'Ferryman',
    unitMinor: 14_950,
    currency: 'EUR',
    variants: [
      { size: '9', stock: 'in' },
      { size: '10', stock: 'out' },
      { size: '11', stock: 'preorder' },
    ],
  })
})

test('what is not said is unknown, never out', () => {
  const product = { '@type': 'Product', name: 7, offers: { '@type': 'Offer', name: 'Ferryman size 9' } }
  expect(readProduct([JSON.stringify(product)])).toEqual({
    title: null,
    unitMinor: null,
    currency: null,
    variants: [{ size: '9', stock: 'unknown' }],
  })
})
