import { createServer } from 'node:http'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { testBrowser } from '../support/browser.ts'

// Pages whose picker nobody can read, of shops whose software lists its variants to anyone who asks.

const variants = ['9', '10', '11'].map((size, at) => ({
  ...{ id: 4711 + at, title: `Bone / ${size}`, options: ['Bone', size], available: size !== '11' },
}))
const variations = ['9', '10', '11'].map((size, at) => ({
  ...{ id: 31 + at, name: 'Tern', variation: `Size: ${size}`, is_in_stock: size !== '11' },
}))
const json = (value: unknown) => JSON.stringify(value)

const answers: Record<string, string> = {
  '/products/tern': '<h1>Tern</h1><p>$150.00</p><canvas></canvas><script>window.Shopify = {}</script>',
  '/products/tern.js': json({ title: 'Tern', options: [{ name: 'Color' }, { name: 'Size' }], variants }),
  '/product/tern': '<body class="woocommerce single-product"><h1>Tern</h1><p>$150.00</p><canvas></canvas>',
  '/wp-json/wc/store/v1/products?slug=tern': json([{ id: 30, name: 'Tern' }]),
  '/wp-json/wc/store/v1/products?type=variation&parent[]=30&per_page=100': json(variations),
  '/plain/tern': '<h1>Tern</h1><p>$150.00</p><canvas></canvas>',
  '/cart': '<h1>Cart</h1>',
  '/cart/add': '{}',
  '/?add-to-cart=32&quantity=1': '<p>Added</p>',
}

const keeper = testBrowser()
const asked: string[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  asked.push(`${request.method} ${request.url} ${body}`.trim())
  const answer = answers[decodeURIComponent(request.url ?? '')]
  const type = answer?.startsWith('{') || answer?.startsWith('[') ? 'application/json' : 'text/html'
  response.writeHead(answer ? 200 : 404, { 'content-type': type }).end(answer)
})
const port = await freePort()
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${port}`
beforeEach(() => {
  asked.length = 0
})
afterAll(async () => {
  await keeper.close()
  server.closeAllConnections()
})

const nobody = { email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' }

async function choose(path: string, size: string) {
  const { page, close } = await openShopPage(await keeper.get(), { origins: [origin] })
  const productUrl = new URL(path, origin)
  const walk = beginWalk({ page, productUrl, size, buyer: nobody, payment: async () => null })
  try {
    for (const step of ['find', 'choose', 'add'] as const) await universalAdapter.walk[step](walk)
  } finally {
    await close()
  }
}

test.each([
  ['/products/tern', 'POST /cart/add id=4712&quantity=1'],
  ['/product/tern', 'GET /?add-to-cart=32&quantity=1'],
])('%s: the software lists the size, and takes one pair of it', async (path, added) => {
  await choose(path, '10')
  expect(asked).toContain(added)
  expect(asked.at(-1)).toBe('GET /cart')
})

test.each(['/products/tern', '/product/tern'])(
  '%s: the software lists the size as sold out',
  async (path) => {
    await expect(choose(path, '11')).rejects.toMatchObject({
      outcome: { kind: 'not-ordered', reason: 'sold-out' },
    })
  },
)

test('a page of neither is asked for no list, and left to the person', async () => {
  await expect(choose('/plain/tern', '10')).rejects.toMatchObject({ outcome: { kind: 'handover' } })
  expect(asked).toEqual(['GET /robots.txt', 'GET /plain/tern'])
})
