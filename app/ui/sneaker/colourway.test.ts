import { expect, test } from 'vitest'
import { pictureOf } from './colourway.ts'
import { silhouettes } from './silhouettes.ts'

const pair = { style_code: 'HLR-1042-101', name: 'Court Low', colorway: 'Bone / Harbor Blue' }

test('draws the same pair the same way, always', () => {
  expect(pictureOf(pair)).toEqual(pictureOf({ ...pair }))
})

test('takes the shape that the name says', () => {
  expect(pictureOf({ ...pair, name: 'Slipway High' }).silhouette).toBe(silhouettes.high)
  expect(pictureOf({ ...pair, name: 'Tideline Runner' }).silhouette).toBe(silhouettes.runner)
  expect(pictureOf({ ...pair, name: 'Breaker 90' }).silhouette).toBe(silhouettes.chunky)
})

test('spreads names that say nothing over the silhouettes by style code', () => {
  const codes = Array.from({ length: 60 }, (_, index) => `OKT-${index}`)
  const drawn = codes.map((style_code) => pictureOf({ ...pair, style_code, name: 'Nightbus' }).silhouette)
  expect(new Set(drawn)).toEqual(new Set(Object.values(silhouettes)))
})

test('cuts a pair of one colour from pieces that can be told apart', () => {
  const { base, panel } = pictureOf({ ...pair, colorway: 'Triple Black' }).colours
  expect(panel).not.toBe(base)
})

test('takes the colours that the colourway says, and the style code for words it does not know', () => {
  expect(pictureOf(pair).colours).toMatchObject({ base: '#e9e1cf', panel: '#2f5d8c' })
  const unknown = ['HLR-1', 'HLR-2', 'HLR-3', 'HLR-4'].map(
    (style_code) => pictureOf({ style_code, name: 'Parade', colorway: 'Moonlit' }).colours.base,
  )
  expect(new Set(unknown).size).toBeGreaterThan(1)
})
