import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pictureOf, silhouettes } from './colourway.ts'

const pair = { style_code: 'HLR-1042-101', name: 'Court Low', colorway: 'Bone / Harbor Blue' }

test('draws the same pair the same way, always', () => {
  expect(pictureOf(pair)).toEqual(pictureOf({ ...pair }))
})

test('takes the shape that the name says', () => {
  expect(pictureOf({ ...pair, name: 'Slipway High' }).silhouette).toBe('high')
  expect(pictureOf({ ...pair, name: 'Tideline Runner' }).silhouette).toBe('runner')
  expect(pictureOf({ ...pair, name: 'Breaker 90' }).silhouette).toBe('chunky')
})

test('spreads names that say nothing over the silhouettes by style code', () => {
  const codes = Array.from({ length: 60 }, (_, index) => `OKT-${index}`)
  const drawn = codes.map((style_code) => pictureOf({ ...pair, style_code, name: 'Nightbus' }).silhouette)
  expect(new Set(drawn)).toEqual(new Set(silhouettes))
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

test('every silhouette is in the sheet, and is drawn in the blocks of a colourway and no other', () => {
  const sheet = readFileSync(new URL('./silhouettes.svg', import.meta.url), 'utf8')
  const drawn = [...sheet.matchAll(/<g id="(\w+)">/g)].map(([, name]) => name)
  expect(drawn.toSorted()).toEqual([...silhouettes].toSorted())
  const { ground, ...blocks } = pictureOf(pair).colours
  const used = new Set([...sheet.matchAll(/var\(--(\w+)\)/g)].map(([, block]) => block))
  expect([...used].toSorted()).toEqual(Object.keys(blocks).toSorted())
})
