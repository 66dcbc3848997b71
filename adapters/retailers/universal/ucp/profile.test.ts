import { expect, test } from 'vitest'
import { readUcpProfile } from './profile.ts'

const shop = new URL('https://www.shop.example/p/tern')

const profile = (endpoint: string, capability = 'dev.ucp.shopping.checkout', transport = 'rest') => ({
  ucp: {
    services: { 'dev.ucp.shopping': [{ transport, endpoint }] },
    capabilities: { [capability]: [{ version: '2026-04-08' }] },
  },
})

test.each([
  ['https://www.shop.example/ucp/', 'https://www.shop.example/ucp'],
  ['https://api.shop.example/v1', 'https://api.shop.example/v1'],
  ['https://shop.example/v1', 'https://shop.example/v1'],
  ['http://api.shop.example/v1', undefined],
  ['https://evilshop.example/v1', undefined],
  ['https://shop.example.evil.example/v1', undefined],
  ['https://api.shop.example:8443/v1', undefined],
  ['ucp/v1', undefined],
])('an interface at %s is the shop’s own: %s', (endpoint, own) => {
  expect(readUcpProfile(profile(endpoint), shop)?.endpoint).toBe(own)
})

test('a profile without a checkout over REST is of no use', () => {
  const endpoint = 'https://www.shop.example/ucp'
  for (const json of [
    ...[null, 'no', {}, { ucp: {} }, profile(endpoint, 'dev.ucp.shopping.cart')],
    profile(endpoint, 'dev.ucp.shopping.checkout', 'mcp'),
  ])
    expect(readUcpProfile(json, shop)).toBeUndefined()
})
