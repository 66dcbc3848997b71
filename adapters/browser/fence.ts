import type { BrowserContext, Page } from 'playwright-core'
import { Final } from '../../core/errors.ts'
import { isPublicHost } from '../../core/url/host.ts'

export type RequestFence = {
  /** Origins the page may reach: the shop's own and its declared payment frames. */
  origins: readonly string[]
}

/**
 * The URL of a shop's page, checked.
 * @param allowLoopback true only for the local demo and tests
 * @throws Final `checkout.url-refused` for anything but http(s), and for private hosts unless allowed
 */
export function requireShopUrl(text: string, allowLoopback: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && (allowLoopback || isPublicHost(url.hostname))) return url
  throw new Final({
    code: 'checkout.url-refused',
    message: 'This product address is not one of a shop on the internet.',
    fix: 'Use the https address of the product page.',
  })
}

function isAllowed(text: string, { origins }: RequestFence): boolean {
  if (/^(data|blob|about):/.test(text)) return true
  return URL.canParse(text) && origins.includes(new URL(text).origin)
}

/**
 * Puts the fence around one page of that context: redirects are followed inside the browser without asking
 * `context.route`, but the Fetch domain sees every hop.
 */
export async function fencePage(page: Page, fence: RequestFence): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const reply = isAllowed(request.url, fence)
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    // The page may close while a request is paused.
    reply.catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/** Puts the fence around a context, before its first page. */
export async function fenceContext(context: BrowserContext, fence: RequestFence): Promise<void> {
  await context.route('**/*', (route) =>
    isAllowed(route.request().url(), fence) ? route.fallback() : route.abort('blockedbyclient'),
  )
  await context.routeWebSocket(/.*/, (socket) => {
    const url = socket.url().replace(/^ws/, 'http')
    if (isAllowed(url, fence)) socket.connectToServer()
    else socket.close()
  })
}
