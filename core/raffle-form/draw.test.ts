import { expect, test } from 'vitest'
import { drawKey } from './draw.ts'

test.each([
  ['https://Shop.example/draws/tern/?utm_source=mail&fbclid=1#form', 'https://shop.example/draws/tern'],
  ['https://shop.example/draw?id=7&ref=x', 'https://shop.example/draw?id=7'],
  ['https://shop.example/draw?b=2&a=1', 'https://shop.example/draw?a=1&b=2'],
  ['https://shop.example', 'https://shop.example'],
])('%s is the draw %s', (url, key) => {
  expect(drawKey(new URL(url))).toBe(key)
})

test('two draws at one shop are two', () => {
  expect(drawKey(new URL('https://s.example/draw?id=7'))).not.toBe(
    drawKey(new URL('https://s.example/draw?id=8')),
  )
})
