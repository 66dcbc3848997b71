import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testBrowser } from '../../test/support/browser.ts'
import { maskedScreenshot, openShopPage } from './context.ts'
import { requireShopUrl } from './fence.ts'

type Seen = { url: string; agent: string }
const keeper = testBrowser()
const shop = { seen: [] as Seen[], connections: 0, server: createServer() }
const stranger = { seen: [] as Seen[], connections: 0, server: createServer() }

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function shopPage(url: string): string {
  const away = originOf(stranger.server)
  if (url === '/leaky')
    return `<h1>leaky</h1><img src="${away}/pixel"><script>fetch('${away}/fetch').catch(() => {});
      fetch('/redirect').catch(() => {}); new WebSocket('${away.replace('http', 'ws')}/socket')</script>`
  if (url === '/sneaky')
    return `<h1>sneaky</h1><a id="p" target="_blank" href="/redirect">p</a><script>
      window.open('/redirect'); document.getElementById('p').click();
      new Worker('/worker.js'); try { new SharedWorker('/worker.js') } catch {}
      const frame = document.body.appendChild(document.createElement('iframe')); frame.src = '/redirect'
      const link = document.head.appendChild(document.createElement('link')); link.rel = 'preconnect'; link.href = '${away}'
      navigator.sendBeacon('/redirect', 'x')
      const rtc = new RTCPeerConnection({ iceServers: [{ urls: 'turn:${away.replace('http://', '')}?transport=tcp', username: 'u', credential: 'p' }] })
      rtc.createDataChannel('x'); rtc.createOffer().then((offer) => rtc.setLocalDescription(offer))</script>`
  if (url === '/till') {
    const named = away.replace('127.0.0.1', 'localhost')
    return `<h1>till</h1><iframe src="${named}/card-fields"></iframe><iframe src="${away}/banner"></iframe>`
  }
  return '<h1>Pay</h1><label>Card <input autocomplete="cc-number" value="4242424242424242"></label>'
}

beforeAll(async () => {
  for (const side of [shop, stranger]) {
    side.server.on('request', (request, response) => {
      side.seen.push({ url: request.url ?? '', agent: request.headers['user-agent'] ?? '' })
      if (request.url === '/worker.js')
        return response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(
            `fetch('/redirect').catch(() => {}); fetch('${originOf(stranger.server)}/w', { mode: 'no-cors' }).catch(() => {})`,
          )
      if (request.url === '/redirect')
        response.writeHead(302, { location: `${originOf(stranger.server)}/landed` }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(shopPage(request.url ?? ''))
    })
    side.server.on('connection', () => side.connections++)
    side.server.on('upgrade', (request, socket) => {
      side.seen.push({ url: request.url ?? '', agent: '' })
      socket.destroy()
    })
    await new Promise<void>((resolve) => side.server.listen(0, '127.0.0.1', resolve))
  }
})
afterAll(async () => {
  await keeper.close()
  for (const { server } of [shop, stranger]) server.closeAllConnections()
})

async function visit(path: string) {
  const origins = [originOf(shop.server)]
  const opened = await openShopPage(await keeper.get(), { origins })
  await opened.page.goto(`${origins[0]}${path}`).catch(() => undefined)
  await opened.page.waitForTimeout(300)
  return opened
}

test('nothing but the shop is reachable: not by image, fetch, socket, redirect or navigation', async () => {
  for (const path of ['/leaky', '/redirect']) await (await visit(path)).close()
  expect(shop.seen.map(({ url }) => url)).toEqual(expect.arrayContaining(['/leaky', '/redirect']))
  expect(stranger.seen).toEqual([])
})

test('nor by what pages have besides: popups, workers, frames, beacons, WebRTC', async () => {
  const before = stranger.connections
  const opened = await visit('/sneaky')
  await opened.page.waitForTimeout(1500)
  await opened.close()
  expect(shop.seen.map(({ url }) => url)).toContain('/sneaky')
  expect(stranger.seen).toEqual([])
  expect(stranger.connections).toBe(before)
})

test('says who it is, to every page', async () => {
  await (await visit('/pay')).close()
  expect(shop.seen.at(-1)?.agent).toMatch(/ SNPD\/0\.1 \(\+assistant\)$/)
})

test('payment fields are black in the screenshot', async () => {
  const opened = await visit('/pay')
  const masked = await maskedScreenshot(opened.page)
  await opened.page.locator('input').fill('1111')
  const other = await maskedScreenshot(opened.page)
  await opened.close()
  expect(Buffer.from(masked.subarray(0, 2)).toString('hex')).toBe('ffd8')
  expect(Buffer.compare(masked, other)).toBe(0)
})

test('a page whose script never ends is closed, so that nobody waits for its answer for ever', async () => {
  const { page, close } = await openShopPage(await keeper.get(), { origins: [originOf(shop.server)] }, 2_000)
  page.evaluate('for (;;);').catch(() => undefined)
  await expect(page.evaluate('1 + 1')).rejects.toThrow(/closed/)
  await close()
  const alive = await visit('/pay')
  expect(await alive.page.evaluate('1 + 1')).toBe(2)
  await alive.close()
})

test('what cannot be opened leaves no context behind', async () => {
  const browser = await keeper.get()
  await expect(openShopPage(browser, { origins: ['no address'] })).rejects.toThrow()
  expect(browser.contexts()).toEqual([])
})

test('a browser that died is replaced, by one', async () => {
  const first = await keeper.get()
  await first.close()
  const [second, third] = await Promise.all([keeper.get(), keeper.get()])
  expect(second).toBe(third)
  expect(second.isConnected()).toBe(true)
})

test('only addresses of shops on the internet, unless the demo allows its own', () => {
  const local = [
    'http://127.0.0.1:1/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/',
    'http://localhost./',
    'http://printer.local./',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://224.0.0.1/',
  ]
  for (const url of [...local, 'file:///etc/passwd', 'nonsense'])
    expect(() => requireShopUrl(url, false)).toThrowError(
      expect.objectContaining({ code: 'checkout.url-refused' }),
    )
  expect(requireShopUrl('https://shop.example/p', false).hostname).toBe('shop.example')
  expect(requireShopUrl('http://127.0.0.1:3001/p', true).port).toBe('3001')
  expect(() => requireShopUrl('file:///etc/passwd', true)).toThrowError()
})

test('a frame of a payment service is let in, one of anybody else is not', async () => {
  stranger.seen.length = 0
  const { page, close } = await openShopPage(await keeper.get(), { origins: [originOf(shop.server)] })
  await page.goto(`${originOf(shop.server)}/till`)
  await page.frameLocator('iframe').first().locator('input').waitFor()
  await close()
  expect(stranger.seen.map(({ url }) => url).filter((url) => url !== '/favicon.ico')).toEqual([
    '/card-fields',
  ])
})
