import { expect, test } from 'vitest'
import { joinShops } from './shops.ts'

const watched = {
  ...{ origin: 'https://shop.example', name: 'Shop', readers: ['shopify'], targets: 3, failing: 0 },
  ...{ problem: null, last_ok_at: new Date('2026-01-01T12:00:00Z'), resting_until: null },
}

test('what monitors and checkouts know of one shop is one line, by its gate', () => {
  const asked = [
    { url: 'https://www.shop.example', checkouts: 2, dead: 0 },
    { url: 'http://shop.example', checkouts: 1, dead: 1 },
  ]
  expect(joinShops([watched], asked)).toEqual([
    {
      ...{ ...watched, last_ok_at: '2026-01-01T12:00:00.000Z' },
      ...{ checkouts: 3, dead: 1 },
    },
  ])
})

test('a shop that only checkouts know is told of too, and whoever has trouble comes first', () => {
  const asked = [{ url: 'https://other.example', checkouts: 5, dead: 2 }]
  const [first, second] = joinShops([watched], asked)
  expect(first).toMatchObject({ origin: 'https://other.example', name: null, targets: 0, dead: 2 })
  expect(second?.origin).toBe('https://shop.example')
})
