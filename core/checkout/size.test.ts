import { expect, test } from 'vitest'
import { mentionsSize, sizeOf } from './size.ts'

test.each([
  ['10', '10'],
  ['US 10', '10'],
  ['Size 10.0', '10'],
  ['10.5', '10.5'],
  ['10,5', '10.5'],
  ["Men's 9", '9'],
  ['10 / EU 44', '10'],
  ['8 Sold out', '8'],
  ['7w', '7W'],
])('%s is size %s', (text, size) => expect(sizeOf(text)).toBe(size))

test('what is no size is not one', () => {
  for (const text of ['Add to cart', '100', 'Qty 1', '', '$10.00', 'Choose a size'])
    expect(sizeOf(text)).toBeUndefined()
})

test('a size is found in a line about an item, and half sizes are other sizes', () => {
  expect(mentionsSize('Halyard Court Low Size 10 · Qty 1', '10')).toBe(true)
  expect(mentionsSize('Court Low / US 10', '10')).toBe(true)
  expect(mentionsSize('Court Low Size 10.5', '10')).toBe(false)
  expect(mentionsSize('Court Low Size 11', '10')).toBe(false)
  expect(mentionsSize('10 left', '10')).toBe(false)
})
