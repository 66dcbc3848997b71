import { expect, test } from 'vitest'
import { readSources } from '../stock/read.ts'
import type { SizeStock } from '../stock/shape.ts'
import type { Kept } from './change.ts'
import { doubtsOf, settleDoubts, sightingsOf } from './confidence.ts'
import type { Sighting } from './shape.ts'

const radio = (size: string, more = '') =>
  `<label><input type="radio" name="size" value="${size}"${more}> ${size}</label>`
const offer = (size: string, term: string) => ({
  '@type': 'Offer',
  size,
  availability: term,
  price: '2879.2',
})
const page = (choices: string, ...offers: object[]) =>
  `<title>Tern</title><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'Tern', offers })}</script>
   <h1>Tern</h1><form><fieldset><legend>Size</legend>${choices}</fieldset></form>`
const listed = (size: string, state: SizeStock['state']): SizeStock => ({
  ...{ size, label: size, state, priceMinor: null, currency: null, evidence: `list "${size}"` },
})
const seen = (text: string, more: readonly SizeStock[] = []) =>
  Object.fromEntries(
    sightingsOf(readSources({ text, currency: 'USD', listed: more })).map((each) => [each.size, each]),
  )

test('two that say the same are believed further than one, and nobody is believed about what is unknown', () => {
  const both = seen(
    page(radio('9') + radio('10', ' disabled'), offer('9', 'InStock'), offer('10', 'OutOfStock')),
  )
  expect(both['9']).toMatchObject({ state: 'in' })
  expect(both['9']?.confidence).toBeCloseTo(0.75)
  expect(both['10']).toMatchObject({ state: 'out' })
  expect(both['10']?.confidence).toBeCloseTo(0.9)
  const alone = seen(page(radio('9') + radio('10')))
  expect(alone['9']?.confidence).toBeCloseTo(0.5)
  const against = seen(page(radio('9') + radio('10'), offer('9', 'OutOfStock')))
  expect(against['9']).toMatchObject({ state: 'unknown', confidence: 0 })
  const more = seen(page(radio('9') + radio('10')), [listed('9', 'in'), listed('10', 'in')])
  expect(more['9']?.confidence).toBeCloseTo(0.825)
})

test('metadata that the page catches lying about one size says nothing of the others', () => {
  const lying = seen(
    page(radio('9') + radio('10', ' disabled'), offer('9', 'InStock'), offer('10', 'InStock')),
  )
  expect(lying['10']).toMatchObject({ state: 'out' })
  expect(lying['9']?.confidence).toBeCloseTo(0.5)
})

const sighting = (size: string, state: Sighting['state'], confidence: number): Sighting => ({
  ...{ size, label: size, state, priceMinor: null, currency: null, evidence: `says ${state}`, confidence },
})
const kept = (size: string, state: Sighting['state']): Kept => ({
  ...{ ...sighting(size, state, 0.9), known: state === 'unknown' ? null : state },
})

test('only good news that one weak source alone has is looked at twice', () => {
  const before = [kept('8', 'out'), kept('9', 'out'), kept('10', 'in'), kept('11', 'in')]
  const now = [
    sighting('8', 'in', 0.75),
    sighting('9', 'in', 0.5),
    sighting('10', 'in', 0.5),
    sighting('11', 'out', 0.5),
    sighting('12', 'preorder', 0.65),
  ]
  expect(doubtsOf(before, now).map(({ size }) => size)).toEqual(['9', '12'])
})

test('what the second look says too is told; what it does not say is unknown, and what it denies is so', () => {
  const first = [
    sighting('8', 'out', 0.9),
    sighting('9', 'in', 0.5),
    sighting('10', 'in', 0.5),
    sighting('11', 'in', 0.5),
  ]
  const second = [sighting('9', 'in', 0.8), sighting('10', 'unknown', 0), sighting('11', 'out', 0.8)]
  const doubts = first.slice(1)
  const told = settleDoubts(first, { doubts, second })
  expect(told.map(({ size, state, confidence }) => [size, state, confidence])).toEqual([
    ['8', 'out', 0.9],
    ['9', 'in', 0.8],
    ['10', 'unknown', 0],
    ['11', 'out', 0.8],
  ])
  expect(settleDoubts(first, { doubts, second: [] }).map(({ state }) => state)).toEqual([
    'out',
    'unknown',
    'unknown',
    'unknown',
  ])
})
