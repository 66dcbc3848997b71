import { expect, test } from 'vitest'
import { isOwn } from './own.ts'

const own = (shop: string, domain: string | null, url: string) =>
  isOwn(new URL(url), { origin: new URL(shop).origin, domain })

test('a shop is its origin, https in place of http, www. and the other hosts of its domain', () => {
  const shop = 'http://shop.example.co.uk'
  for (const url of [
    'http://shop.example.co.uk/p',
    'https://shop.example.co.uk/p',
    'https://example.co.uk/',
    'https://www.example.co.uk/',
    'http://api.shop.example.co.uk/',
    'https://shop.example.co.uk./',
  ])
    expect([url, own(shop, 'example.co.uk', url)]).toEqual([url, true])
})

test('nothing else is: another domain, one that only ends alike, a port of its own, a step down to http', () => {
  const shop = 'https://www.example.com'
  for (const url of [
    'https://example.org/',
    'https://badexample.com/',
    'https://example.com.evil.net/',
    'https://api.example.com:8443/',
    'http://www.example.com/',
    'http://api.example.com/',
    'ftp://www.example.com/',
    'wss:example.com',
  ])
    expect([url, own(shop, 'example.com', url)]).toEqual([url, false])
})

test('without a domain, or at a port of its own, a shop is its origin alone', () => {
  expect(own('https://com', null, 'https://a.com/')).toBe(false)
  expect(own('http://127.0.0.1:3001', null, 'http://127.0.0.1:3002/')).toBe(false)
  expect(own('http://127.0.0.1:3001', null, 'https://127.0.0.1/')).toBe(false)
  expect(own('http://shop.example.com:8080', 'example.com', 'https://shop.example.com/')).toBe(false)
  expect(own('http://127.0.0.1:3001', null, 'http://127.0.0.1:3001/x')).toBe(true)
})
