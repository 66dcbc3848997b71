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
})

test('takes the colours that the colourway says, and the style code for words it does not know', () => {
  expect(pictureOf(pair).colours).toMatchObject({ base: '#e9e1cf', panel: '#2f5d8c' })
  const unknown = ['HLR-1', 'HLR-2', 'HLR-3', 'HLR-4'].map(
    (style_code) => pictureOf({ style_code, name: 'Parade', colorway: 'Moonlit' }).colours.base,
  )
  expect(new Set(unknown).size).toBeGreaterThan(1)
})
