import { expect, test } from 'vitest'
import { judgeAnswer } from './answer.ts'
import { platformOf, wooListUrl, wooParentUrl } from './platform.ts'

test("a Shopify page's list is beside it, in whatever folder its language lives", () => {
  const html = '<script>window.Shopify = {}</script>'
  expect(platformOf(html, 'https://shop.example/en-ca/products/tern-low?variant=1')).toEqual({
    reader: 'shopify',
    listUrl: 'https://shop.example/en-ca/products/tern-low.js',
  })
  expect(platformOf(html, 'https://shop.example/about')).toBeUndefined()
  expect(platformOf('<p>Shopify is a company</p>', 'https://shop.example/products/tern')).toBeUndefined()
})

test('WooCommerce says where its API is, and never that it is elsewhere', () => {
  const html = (href: string) =>
    `<link rel="https://api.w.org/" href="${href}"><body class="a woocommerce b">`
  const found = (href: string) => platformOf(html(href), 'https://shop.example/product/tern-low/')
  const api = 'https://shop.example/blog/wp-json/wc/store/v1'
  expect(found('/blog/wp-json/')).toEqual({ reader: 'woo', api, slug: 'tern-low' })
  expect(found('https://other.example/x/')).toMatchObject({
    api: 'https://shop.example/wp-json/wc/store/v1',
  })
  expect(wooParentUrl(api, 'a b')).toBe(`${api}/products?slug=a%20b`)
  expect(wooListUrl(api, 7)).toBe(`${api}/products?type=variation&parent[]=7&per_page=100`)
})

test.each([
  [200, undefined],
  [403, { kind: 'unclear', isRefusal: true }],
  [404, { kind: 'unclear', isRefusal: false }],
  [410, { kind: 'unclear', isRefusal: false }],
  [500, { kind: 'trouble' }],
  [429, { kind: 'later', pushback: { status: 429, retryAfterMs: 7_000 } }],
  [503, { kind: 'later', pushback: { status: 503, retryAfterMs: 7_000 } }],
])('an answer of %i', (status, meaning) => {
  const judged = judgeAnswer({ status, retryAfter: '7', now: 0 })
  if (meaning === undefined) expect(judged).toBeUndefined()
  else expect(judged).toMatchObject(meaning)
})

test('Retry-After may be a date', () => {
  const retryAfter = new Date(60_000).toUTCString()
  expect(judgeAnswer({ status: 429, retryAfter, now: 15_000 })).toMatchObject({
    pushback: { retryAfterMs: 45_000 },
  })
})
