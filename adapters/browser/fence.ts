import type { BrowserContext, Page, Request } from 'playwright-core'
import { Final } from '../../core/errors.ts'
import { isLoopbackHost, isPublicHost } from '../../core/url/host.ts'

export type RequestFence = {
  /** Origins the page may reach: the shop's own; those of its payment frames are added when it opens one. */
  origins: string[]
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

/** What payment services and their pages call themselves; nothing else is let in by its name. */
const PAYMENT =
  /\b(pay|pays|payment|payments|pci|psp|card|cards|checkout|secure|hosted|vault|token|stripe|adyen|braintree\w*|klarna|paypal|mollie|worldpay|squareup|cybersource|authorize|razorpay|sagepay|opayo)\b/i

/**
 * Where a payment service's frame would come from: another origin than the shop's, https like the shop's, and named so.
 * What a shop on the internet frames from this machine is none.
 */
function paymentOrigin(text: string, { origins }: RequestFence): string | undefined {
  const shop = new URL(origins[0] ?? 'about:blank')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !PAYMENT.test(`${url.hostname}${url.pathname}`.replace(/_/g, ' '))
  )
    return undefined
  const isLocal = isLoopbackHost(url.hostname)
  if (isLocal !== isLoopbackHost(shop.hostname) || (!isLocal && url.protocol !== 'https:')) return undefined
  return isLocal || isPublicHost(url.hostname) ? url.origin : undefined
}

/** Lets a frame in whose page is a payment service's; its own requests may then go where it came from. */
function admit(fence: RequestFence, { url, isFrame }: { url: string; isFrame: boolean }): boolean {
  if (isAllowed(url, fence)) return true
  const origin = isFrame ? paymentOrigin(url, fence) : undefined
  if (origin) fence.origins.push(origin)
  return origin !== undefined
}

/**
 * Puts the fence around one page of that context: redirects are followed inside the browser without asking
 * `context.route`, but the Fetch domain sees every hop.
 */
export async function fencePage(page: Page, fence: RequestFence): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId, redirectedRequestId }) => {
    // A frame that is led away is not one that the shop opened.
    const isFrame = resourceType === 'Document' && frameId !== frameTree.frame.id && !redirectedRequestId
    const reply = admit(fence, { url: request.url, isFrame })
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    // The page may close while a request is paused.
    reply.catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/** A popup's first request has no frame yet: it is a page, not a frame in one. */
function isInside(request: Request): boolean {
  try {
    return request.frame().parentFrame() !== null
  } catch {
    return false
  }
}

/** Puts the fence around a context, before its first page. */
export async function fenceContext(context: BrowserContext, fence: RequestFence): Promise<void> {
  await context.route('**/*', (route) => {
    const request = route.request()
    const isFrame = request.isNavigationRequest() && isInside(request)
    return admit(fence, { url: request.url(), isFrame }) ? route.fallback() : route.abort('blockedbyclient')
  })
  await context.routeWebSocket(/.*/, (socket) => {
    const url = socket.url().replace(/^ws/, 'http')
    if (isAllowed(url, fence)) socket.connectToServer()
    else socket.close()
  })
}
