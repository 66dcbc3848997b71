import { expect, test } from 'vitest'
import { readMarkup } from './markup.ts'

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
  const said = readMarkup(['not json', JSON.stringify(graph)])
  expect(said).toMatchObject({ title: 'Ferryman', unitMinor: 14_950, currency: 'EUR' })
  expect(said.offers).toMatchObject([
    { size: '9', state: 'in', priceMinor: 14_950, currency: 'EUR', evidence: 'metadata "InStock"' },
    { size: '10', label: 'US 10', state: 'out' },
    { size: '11', state: 'preorder' },
  ])
})

test('a size stands in the variant around its offer, in a property of its own, or behind a dash', () => {
  const sold = { '@type': 'Offer', price: 100, priceCurrency: 'USD', availability: 'SoldOut' }
  const group = {
    '@type': 'ProductGroup',
    name: 'Tern',
    hasVariant: [
      { '@type': 'Product', name: 'Tern', size: { '@type': 'SizeSpecification', name: '8' }, offers: sold },
      { '@type': 'Product', name: 'Tern – 9.5', offers: [sold] },
      { '@type': 'Product', name: 'Tern', additionalProperty: { name: 'Size', value: '10' }, offers: sold },
    ],
  }
  expect(readMarkup([JSON.stringify(group)]).offers.map(({ size }) => size)).toEqual(['8', '9.5', '10'])
})

test('a number at the end of a name is no size, and an offer for all of them has none', () => {
  const product = {
    '@type': 'Product',
    name: 'Court 90',
    offers: { '@type': 'AggregateOffer', lowPrice: '90.00' },
  }
  expect(readMarkup([JSON.stringify(product)])).toMatchObject({ unitMinor: 9_000, offers: [{ size: '' }] })
})

test('what is not said is unknown, never out', () => {
  const product = { '@type': 'Product', name: 7, offers: { '@type': 'Offer', name: 'Ferryman size 9' } }
  expect(readMarkup([JSON.stringify(product)])).toMatchObject({
    title: null,
    unitMinor: null,
    currency: null,
    offers: [{ size: '9', state: 'unknown', priceMinor: null }],
  })
})
