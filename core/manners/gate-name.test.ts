import { expect, test } from 'vitest'
import { gateName } from './gate-name.ts'

test.each([
  ['https://www.shop.example/p', 'https://shop.example'],
  ['http://shop.example./', 'https://shop.example'],
  ['http://WWW.shop.example', 'https://shop.example'],
  ['https://api.shop.example/', 'https://api.shop.example'],
  ['https://www.example/', 'https://www.example'],
  ['http://127.0.0.1:3001/p', 'http://127.0.0.1:3001'],
  ['https://www.shop.example:8443/', 'https://www.shop.example:8443'],
])('%s is behind the gate of %s', (url, gate) => {
  expect(gateName(new URL(url))).toBe(gate)
})
