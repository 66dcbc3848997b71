import { expect, test } from 'vitest'
import { fitOf, inSystemOf, isSize, mentionsSize, sizeOf, statedSizes, systemOf } from './size.ts'

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

test.each([
  ['US 10 / EU 44', '10', true],
  ['EU 44 (US 10)', 'EU 44', true],
  ['EU 44 (US 10)', '44', false],
  ['UK 9', '9', true],
  ['UK 10 / US 11', '10', false],
  ['Größe 43 – ausverkauft', 'EU 43', true],
  ['42 2/3', 'EU 42 2/3', true],
  ['27.5cm', '27.5', true],
  ['10 – $150.00', '10', true],
  ['10 (+5,00 €)', '10', true],
  ['M 10 / W 11.5', '10', true],
  ['M 10 / W 11.5', '11.5', false],
  ['10 D(M) US', '10', true],
  ['10 Wide', '10', false],
  ['Medium', 'M', true],
  ['M', 'L', false],
  ['10.5', '10', false],
  ['10½', '10.5', true],
  ['One size', 'one size', true],
  ['サイズ 27.5cm 在庫あり', '27.5 cm', true],
])('%s names size %s: %s', (label, wanted, named) => {
  expect(isSize(label, wanted)).toBe(named)
})

test.each([
  ['EU 44 | US 10 | UK 9', '10', true],
  ['EU 44 | US 10 | UK 9', '9', false],
  ['UK 9 (EU 43) (US 10)', '10', true],
  ['10 (EU 44)', '10', true],
  ['10 (EU 44)', 'EU 44', true],
  ['10 (US)', '10', true],
  ['44 EU 10 US 9 UK', '10', true],
  ['EU 44 US 10 UK 9', 'UK 9', true],
])('of several systems in any order, %s names size %s: %s', (label, wanted, named) => {
  expect(isSize(label, wanted)).toBe(named)
})

test('a bare number is of the system that its list is called after', () => {
  expect(inSystemOf('10', 'UK size')).toBe('UK 10')
  expect(isSize(inSystemOf('10', 'UK size'), 'US 10')).toBe(false)
  expect(inSystemOf('10', 'Size (US/UK)')).toBe('10')
  expect(inSystemOf('US 10', 'UK size')).toBe('US 10')
  expect([systemOf('10'), systemOf('44'), systemOf('UK 9'), systemOf('27.5'), systemOf('M')]).toEqual([
    ...['us', 'eu', 'uk', 'cm'],
    undefined,
  ])
})

test("the wanted system and a man's size fit better than another's", () => {
  expect(fitOf('US 10', '10')).toBeGreaterThan(fitOf('UK 10', '10'))
  expect(fitOf("Men's 10", '10')).toBeGreaterThan(fitOf("Women's 10", '10'))
  expect(fitOf('Youth 5', '5')).toBeLessThan(fitOf('5', '5'))
})

test('a size that a cart states in several systems is one', () => {
  expect(statedSizes('Size: UK 9 / US 10 / EU 44 Qty 1')).toEqual(['UK 9 / US 10 / EU 44'])
  expect(statedSizes('Size 10 / 1 pair')).toEqual(['10'])
})

test.each(['$150.00', 'Add to cart', '2 in 1', 'Court 10', 'Details'])('%s is no size', (text) => {
  expect(sizeOf(text)).toBeUndefined()
})
