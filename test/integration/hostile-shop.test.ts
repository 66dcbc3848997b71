import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk, walkToReview } from '../../adapters/retailers/walk.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { testBrowser } from '../support/browser.ts'

const total = '<dl><dt>Total</dt><dd>$169.00</dd></dl>'
const place = '<form method="post" action="/bought"><button>Place order</button></form>'
const lookup = (words: string) =>
  `<form method="post" action="/answer"><input type="email" name="mail"><button>Show</button></form><p>${words}</p>`

/** Pages that mislead, by accident or on purpose. */
const pages: Record<string, string> = {
  '/promise': `<h1>Review</h1><p>Your order is complete when we have your payment.</p>${place}`,
  '/yes-and-no':
    '<h1>Thank you for your order</h1><p>Order number: AB-1234</p><p>You may like: Quay Low, sold out</p>',
  '/thinking':
    '<h1>One moment</h1><p>Your order is complete in a second.</p><button disabled>Place order</button>',
  '/promises-mail':
    '<h1>Problem</h1><p>You will get an order confirmation by mail. Thanks for shopping with us!</p>',
  '/other-size': `<h1>Review</h1><p>Court Low, Size 9, Qty 1</p>${total}${place}`,
  '/this-size': `<h1>Review</h1><p>Court Low, Size 10, Qty 1</p>${total}${place}`,
  '/busy': '<h1>Busy</h1><script>setTimeout(() => { for (;;); }, 50)</script>',
  '/sly': '<form method="post" action="/bought"><button>Continue and place order</button></form>',
  '/french':
    '<form method="post" action="/bought"><input type="email" name="mail" value="a@b.fr"><button>Passer la commande</button></form>',
  '/french-cart': '<form method="post" action="/till"><button>Passer commande</button></form>',
  '/asks':
    '<form method="post" action="/bought" onsubmit="return confirm(`Two pairs?`)"><button>Place order</button></form>',
  '/greets':
    '<form action="/till" onsubmit="alert(`Hello!`)"><button>Continue</button></form><script>alert(`Hi`)</script>',
  '/clings': `<form action="/till"><button>Continue</button></form>
    <script>addEventListener('beforeunload', (event) => event.preventDefault())</script>`,
  '/installs': `<script>navigator.serviceWorker.register('/worker.js').catch(() => 0)</script>
    <form action="/till"><button>Continue</button></form>`,
  '/gives': '<form action="/file.zip"><button>Continue</button></form>',
  '/': '<h1>Shop</h1><a href="/orders">Order status</a>',
  '/orders': lookup('No order number at hand? Look in your mail.'),
  '/answer': lookup('No order number at hand? Look in your mail.'),
  '/till': '<h1>Till</h1>',
  '/one-click':
    '<form method="post" action="/bought"><input type="email" name="mail" value="a@b.us"><button>Buy now</button></form>',
  '/both':
    '<form method="post" action="/bought"><button>Buy it now</button></form><form method="post" action="/cart"><button>Add to cart</button></form>',
}

const keeper = testBrowser()
const asked: string[] = []
let robots = { status: 404, location: '', body: '' }
let status = 200
let origin = ''
const server = createServer((request, response) => {
  const path = request.url ?? ''
  asked.push(`${request.method} ${path}`)
  if (path === '/robots.txt')
    return response
      .writeHead(robots.status, robots.location ? { location: robots.location } : {})
      .end(robots.body)
  if (path === '/rules.txt') return response.end('User-agent: *\nDisallow: /')
  if (path.startsWith('/file.zip'))
    return response.writeHead(200, { 'content-disposition': 'attachment' }).end('PK')
  return response.writeHead(status, { 'content-type': 'text/html' }).end(pages[path] ?? 'nothing here')
})

beforeAll(async () => {
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await keeper.close()
  server.closeAllConnections()
})

const buyer = {
  ...{ email: 'kim@example.org', name: 'Kim Rivera', street: '12 Canal St', city: 'Portland' },
  ...{ state: 'OR', zip_code: '97201', country: 'US' },
}

async function at(path: string) {
  asked.length = 0
  const opened = await openShopPage(await keeper.get(), { origins: [origin] })
  const walk = beginWalk({
    page: opened.page,
    productUrl: new URL(path, origin),
    size: '10',
    buyer,
    payment: async () => null,
  })
  Object.assign(walk.facts, { title: 'Court Low', prices: [15000], currency: 'USD', sizeSeen: true })
  await opened.page.goto(`${origin}${path}`)
  return { walk, close: opened.close }
}

test.each(['/promise', '/yes-and-no', '/thinking', '/promises-mail'])(
  'kind words are no order: beside the button that buys, with a no, while the shop thinks, of mail to come (%s)',
  async (path) => {
    const { walk, close } = await at(path)
    expect((await universalAdapter.confirm(walk)).kind).toBe('unclear')
    await close()
  },
  // A shop that says it is at work is waited for.
  240_000,
)

test('"no order number?" does not mean that there is no order', async () => {
  const { walk, close } = await at('/')
  expect((await universalAdapter.reconcile(walk)).kind).toBe('unreadable')
  await close()
})

test('a cart that turned to another size is not reviewed as the one asked for', async () => {
  const good = await at('/this-size')
  good.walk.facts.buyerTold = true
  expect(await universalAdapter.review(good.walk)).toMatchObject({ size: '10', total_minor: 16_900 })
  await good.close()
  const { walk, close } = await at('/other-size')
  walk.facts.buyerTold = true
  await expect(universalAdapter.review(walk)).rejects.toMatchObject({ outcome: { kind: 'handover' } })
  await close()
})

test('a page that never answers is given up', async () => {
  const { walk, close } = await at('/busy')
  await walk.page.waitForTimeout(200)
  await expect(universalAdapter.review(walk)).rejects.toMatchObject({ code: 'checkout.page' })
  await close()
})

test('no button that could buy is a way on', async () => {
  for (const path of ['/sly', '/french']) {
    const { walk, close } = await at(path)
    expect(await universalAdapter.advance(walk)).toBe(false)
    expect(asked).not.toContain('POST /bought')
    await close()
  }
  const { walk, close } = await at('/french-cart')
  expect(await universalAdapter.advance(walk)).toBe(true)
  expect(asked).toContain('POST /till')
  await close()
})

test('the cart is not filled by a button that could buy', async () => {
  const one = await at('/one-click')
  await expect(universalAdapter.walk.add(one.walk)).rejects.toMatchObject({ outcome: { kind: 'handover' } })
  expect(asked).not.toContain('POST /bought')
  await one.close()
  const both = await at('/both')
  await universalAdapter.walk.add(both.walk)
  expect(asked).toContain('POST /cart')
  expect(asked).not.toContain('POST /bought')
  await both.close()
})

test('robots.txt is followed to where it moved within the shop, and nothing is opened when it moved away', async () => {
  for (const location of ['/rules.txt', 'http://localhost:1/robots.txt']) {
    robots = { status: 301, location, body: '' }
    const { walk, close } = await at('/this-size')
    asked.length = 0
    const walked = walkToReview(universalAdapter, walk, async () => undefined)
    await expect(walked).rejects.toMatchObject({ outcome: { kind: 'handover', reason: 'policy' } })
    expect(asked).not.toContain('GET /this-size')
    await close()
  }
})

test('a shop that refuses is left to the person, one that asks to wait is not asked again, one in trouble is', async () => {
  robots = { status: 404, location: '', body: '' }
  const ends: unknown[] = []
  for (const given of [401, 403, 429, 503]) {
    status = given
    const { walk, close } = await at('/this-size')
    const walked = walkToReview(universalAdapter, walk, async () => undefined)
    ends.push(
      await walked.catch(
        (error: { code: string; outcome?: { reason: string } }) => error.outcome?.reason ?? error.code,
      ),
    )
    await close()
  }
  status = 200
  expect(ends).toEqual(['challenge', 'challenge', 'policy', 'checkout.page'])
})

test('a shop whose robots.txt fails is not entered', async () => {
  for (const [given, end] of [
    [503, 'checkout.page'],
    [429, 'checkout.stopped'],
  ] as const) {
    robots = { status: given, location: '', body: '' }
    const { walk, close } = await at('/this-size')
    asked.length = 0
    await expect(walkToReview(universalAdapter, walk, async () => undefined)).rejects.toMatchObject({
      code: end,
    })
    expect(asked).toEqual(['GET /robots.txt'])
    await close()
  }
})

test('a question in a dialog is never answered with yes', async () => {
  const { walk, close } = await at('/asks')
  await universalAdapter.submit(walk)
  expect(asked).toEqual(['GET /asks'])
  await close()
})

test('greetings and pages that cling do not hold the walk, nor the lookup after it', async () => {
  for (const path of ['/greets', '/clings']) {
    const { walk, close } = await at(path)
    expect(await universalAdapter.advance(walk)).toBe(true)
    expect(walk.page.url()).toContain('/till')
    await close()
  }
  const { walk, close } = await at('/clings')
  // A page may cling only to a visitor who touched it.
  await walk.page.locator('body').click()
  await universalAdapter.reconcile(walk)
  expect(asked).toContain('POST /answer')
  await close()
})

test('no service worker moves in, and a file instead of a page is not taken', async () => {
  const installed = await at('/installs')
  expect(await universalAdapter.advance(installed.walk)).toBe(true)
  expect(asked).toEqual(['GET /installs', 'GET /till'])
  await installed.close()
  const given = await at('/gives')
  const download = given.walk.page.waitForEvent('download')
  await expect(universalAdapter.advance(given.walk)).rejects.toMatchObject({ outcome: { kind: 'handover' } })
  expect(await (await download).failure()).toContain('acceptDownloads')
  await given.close()
})
