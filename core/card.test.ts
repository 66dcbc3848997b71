import { expect, test } from 'vitest'
import { hasCardNumber } from './card.ts'

test.each([
  '4111111111111111',
  'pay with 4111 1111 1111 1111 please',
  '4111-1111-1111-1111',
  'card4111111111111111x',
  '378282246310005',
  '6304000000000000000',
  'size 10 4111 1111 1111 1111',
  '4111.1111.1111.1111',
  '４111 1111 1111 1111',
  '٤١١١ ١١١١ ١١١١ ١١١١',
  '۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱',
  '४१११११११११११११११',
  '4111  1111\t1111\n1111',
  '4111 - 1111 – 1111 − 1111',
  '4111\u200b1111\u00ad1111\ufeff1111',
  '4222222222222@example.com',
  'https://shop.example/?pan=4111111111111111',
])('sees the card number in %s', (text) => {
  expect(hasCardNumber(text)).toBe(true)
})

test.each([
  '4111111111111112',
  '411111111111',
  '41111111111111111111',
  '0x4111111111111111411111111111111141111111',
  '01934111-1111-7111-8111-411111111111',
  '41111111 01934111-1111-7111-8111-411111111111 11111111',
  '2026-11-22T16:35:15.000Z',
  'size 10, two pairs',
  'mia.1984@example.com',
  'https://shop.example/p/1234567890?v=2026',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.135 Safari/537.36',
  '203.0.113.255 198.51.100.1',
])('sees none in %s', (text) => {
  expect(hasCardNumber(text)).toBe(false)
})
