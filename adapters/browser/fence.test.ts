import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testBrowser } from '../../test/support/browser.ts'
import { openShopPage } from './context.ts'
import { isAllowed, type RequestFence } from './reach.ts'
import { siteOf } from './site.ts'
import { isStatic } from './statics.ts'

type Side = { server: Server; asked: string[]; headers: Record<string, unknown> }
const side = (): Side => ({ server: createServer(), asked: [], headers: {} })
const [shop, other, bank] = [side(), side(), side()]
const keeper = testBrowser()

function originOf({ server }: Side, host = '127.0.0.1'): string {
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** What each page of the shop, of the stranger and of the bank is. */
function bodyOf(url: string): [type: string, body: string] {
  const away = originOf(other)
  const service = originOf(other, 'localhost')
  const html: Record<string, string> = {
    '/built': `<h1>shop</h1><link rel="stylesheet" href="${away}/cdn/app.css">
      ${['cdn/app.js', 'cdn/page.html', 'cdn/moved.js', 'tracker.js'].map((path) => `<script src="${away}/${path}"></script>`).join('')}
      <img src="${away}/cdn/pixel.png"><iframe src="${away}/cdn/frame.html"></iframe>`,
    '/till': `<h1>till</h1><iframe title="card" src="${service}/card"></iframe>`,
    '/card': `<p>card</p><iframe src="${originOf(bank)}/acs"></iframe>`,
    '/ads': `<h1>shop</h1><iframe src="${originOf(bank)}/acs"></iframe>`,
    '/acs': '<h1>Confirm with your bank</h1>',
  }
  const js: Record<string, string> = {
    '/cdn/app.js': `document.title = 'built'; fetch('${away}/cdn/beacon').catch(() => 0)
      navigator.sendBeacon('${away}/cdn/beacon', document.body.innerText); new Image().src = '${away}/cdn/x.png'
      new WebSocket('${away.replace('http', 'ws')}/cdn/socket'); fetch('${away}/cdn/post.js', { method: 'POST', body: 'x' }).catch(() => 0)
      document.body.append(Object.assign(document.createElement('script'), { src: '${away}/cdn/chunk.js' }))`,
    '/cdn/chunk.js': `document.body.append('chunk')`,
    '/tracker.js': `document.title = 'tracked'`,
  }
  if (html[url]) return ['text/html', html[url]]
  if (url.endsWith('.css')) return ['text/css', 'h1 { color: rgb(1, 2, 3) }']
  return js[url] ? ['text/javascript', js[url]] : ['text/html', '<script>document.title = "lied"</script>']
}

beforeAll(async () => {
  for (const each of [shop, other, bank]) {
    each.server.on('request', ({ url = '', headers }, response) => {
      if (url !== '/favicon.ico') each.asked.push(url)
      each.headers = headers
      if (url === '/cdn/moved.js')
        return response.writeHead(302, { location: `${originOf(bank)}/cdn/app.js` }).end()
      const [type, body] = bodyOf(url)
      return response.writeHead(200, { 'content-type': type, 'set-cookie': 'seen=1' }).end(body)
    })
    await new Promise<void>((resolve) => each.server.listen(0, resolve))
  }
})
beforeEach(() => {
  for (const each of [shop, other, bank]) each.asked.length = 0
})
afterAll(async () => {
  await keeper.close()
  for (const { server } of [shop, other, bank]) server.closeAllConnections()
})

async function open(path: string, more: Partial<RequestFence> = {}) {
  const opened = await openShopPage(await keeper.get(), { origins: [originOf(shop)], ...more })
  await opened.page.goto(`${originOf(shop)}${path}`)
  return opened
}

test('a page is built with the scripts and styles of a host of static files, and nothing else goes there', async () => {
  const { page, close } = await open('/built')
  await page.getByText('chunk').waitFor()
  expect(await page.title()).toBe('built')
  expect(await page.locator('h1').evaluate((el) => getComputedStyle(el).color)).toBe('rgb(1, 2, 3)')
  await page.waitForLoadState('networkidle')
  await close()
  const asked = ['/cdn/app.css', '/cdn/app.js', '/cdn/chunk.js', '/cdn/moved.js', '/cdn/page.html']
  expect(other.asked.toSorted()).toEqual(asked)
  expect(bank.asked).toEqual([])
  expect(Object.keys(other.headers)).not.toEqual(expect.arrayContaining(['cookie']))
  expect(Object.keys(other.headers)).not.toEqual(expect.arrayContaining(['referer']))
})

test("a bank's page in a payment's frame is let in after the order, and not before", async () => {
  const early = await open('/till', { hasOrdered: () => false })
  await early.page.frameLocator('iframe').getByText('card').waitFor()
  await early.page.waitForLoadState('networkidle')
  await early.close()
  expect([other.asked, bank.asked]).toEqual([['/card'], []])
  const late = await open('/till', { hasOrdered: () => true })
  const inner = late.page.frameLocator('iframe').frameLocator('iframe')
  await inner.getByText('Confirm with your bank').waitFor()
  await late.close()
  expect(bank.asked).toEqual(['/acs'])
})

test('after the order too, a frame of the shop itself opens no strange page', async () => {
  const { page, close } = await open('/ads', { hasOrdered: () => true })
  await page.waitForLoadState('networkidle')
  await close()
  expect(bank.asked).toEqual([])
})

test('what does not get past the gate is not asked for', async () => {
  const refuse = () => Promise.reject(new Error('no'))
  const opened = openShopPage(await keeper.get(), { origins: [originOf(shop)], pass: refuse })
  const { page, close } = await opened
  await expect(page.goto(`${originOf(shop)}/acs`)).rejects.toThrow('BLOCKED_BY_CLIENT')
  await close()
  expect(shop.asked).toEqual([])
})

test('the domain of a shop is what it registered, by the list of the browser itself', async () => {
  const { context, close } = await openShopPage(await keeper.get(), { origins: ['https://www.shop.example'] })
  const domains = [
    'www.shop.example.co.uk',
    'example.com',
    'kim.myshopify.com',
    'a.kim.github.io',
    'x.y.z.com.au',
  ]
  const found = await Promise.all(domains.map((host) => siteOf(context, host)))
  expect(found).toEqual(['example.co.uk', 'example.com', 'kim.myshopify.com', 'kim.github.io', 'z.com.au'])
  for (const host of ['127.0.0.1', '[::1]', 'localhost', 'co.uk', 'github.io', 'com'])
    expect([host, await siteOf(context, host)]).toEqual([host, null])
  expect(await context.cookies()).toEqual([])
  await close()
})

test('a shop reaches the hosts of its own domain, and its service those of the service', async () => {
  const fence: RequestFence = { origins: ['https://www.shop.example.com'] }
  const { close } = await openShopPage(await keeper.get(), fence)
  await close()
  fence.services = [{ origin: 'https://js.pay.example', domain: 'pay.example' }]
  const reaches = (url: string) => isAllowed(url, fence)
  for (const url of ['https://example.com/', 'https://api.example.com/', 'https://api.pay.example/'])
    expect([url, reaches(url)]).toEqual([url, true])
  for (const url of [
    'http://example.com/',
    'https://example.org/',
    'https://pay.example:444/',
    'https://x.example/',
  ])
    expect([url, reaches(url)]).toEqual([url, false])
})

test.each([
  ['https://cdn.example.net/app.js', 'Script', true],
  ['https://d1x2.cloudfront.net/app.css', 'stylesheet', true],
  ['https://static-2.example.net/f.woff2', 'font', true],
  ['https://js.stripe.com/v3', 'script', true],
  ['https://js.stripe.com/v3.png', 'image', false],
  ['https://cdn.example.net/p.png', 'image', false],
  ['https://cdn.example.net/x', 'fetch', false],
  ['https://cdn.example.net/x', 'document', false],
  ['https://analytics.example.net/static/a.js', 'script', false],
  ['http://cdn.example.net/app.js', 'script', false],
  ['https://cdn.example.net:8443/app.js', 'script', false],
  ['http://localhost:3000/cdn/app.js', 'script', false],
  ['https://cdn.internal/app.js', 'script', false],
  ['https://10.0.0.1/cdn/app.js', 'script', false],
])('from a shop on the internet %s as %s: %s', (url, kind, expected) => {
  const fence = { origins: ['https://shop.example'] }
  const asked = { url, kind, method: 'GET', page: 'https://shop.example/p' }
  expect(isStatic(asked, fence)).toBe(expected)
  expect(isStatic({ ...asked, method: 'POST' }, fence)).toBe(false)
  expect(isStatic({ ...asked, page: 'https://frame.example/' }, fence)).toBe(false)
})
