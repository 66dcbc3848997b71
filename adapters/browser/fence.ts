import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core'
import { Final } from '../../core/errors.ts'
import { isLoopbackHost, isPublicHost } from '../../core/url/host.ts'

export type RequestFence = {
  /** Origins the page may reach: the shop's own; those of its payment frames are added when it opens one. */
  origins: string[]
  /** Asked before each request to the shop itself; it may take its time, and refuse by throwing. */
  pass?: () => Promise<void>
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
  /\b(pay|pays|payment|payments|pci|psp|card|cards|checkout|secure|hosted|vault|token|stripe|adyen|braintree\w*|klarna|cvc|cvv|expiry|paypal|mollie|worldpay|squareup|cybersource|authorize|razorpay|sagepay|opayo)\b/i

const SPEAKING = /^(title|name|id|class|aria-label|allow)$/
type Frame = { url: string /** Its element's title, name and the like. */; says: string }

/**
 * Where a payment service's frame would come from: another origin than the shop's, https like the shop's, and named so.
 * What a shop on the internet frames from this machine is none.
 */
function paymentOrigin({ url: text, says }: Frame, { origins }: RequestFence): string | undefined {
  const shop = new URL(origins[0] ?? 'about:blank')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const named = `${url?.hostname}${url?.pathname} ${says}`.replace(/_/g, ' ')
  if (!url || !/^https?:$/.test(url.protocol) || !PAYMENT.test(named)) return undefined
  const isLocal = isLoopbackHost(url.hostname)
  if (isLocal !== isLoopbackHost(shop.hostname) || (!isLocal && url.protocol !== 'https:')) return undefined
  return isLocal || isPublicHost(url.hostname) ? url.origin : undefined
}

/** Lets a frame in whose page is a payment service's; its own requests may then go where it came from. */
function admit(fence: RequestFence, frame: Frame): boolean {
  const origin = paymentOrigin(frame, fence)
  if (origin) fence.origins.push(origin)
  return origin !== undefined
}

/** What the shop's page says of the frame, apart from its address. */
async function ownerSays(session: CDPSession, frameId: string): Promise<string> {
  try {
    const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId })
    const { node } = await session.send('DOM.describeNode', { backendNodeId })
    const attributes = node.attributes ?? []
    return attributes.filter((_, at) => SPEAKING.test(attributes[at - (at % 2)] ?? '')).join(' ')
  } catch {
    return ''
  }
}

async function elementSays(request: Request): Promise<string> {
  const element = await request.frame().frameElement()
  const said = await Promise.all(
    ['title', 'name', 'id', 'class', 'aria-label', 'allow'].map((each) => element.getAttribute(each)),
  )
  return said.filter(Boolean).join(' ')
}

/**
 * Puts the fence around one page of that context: redirects are followed inside the browser without asking
 * `context.route`, but the Fetch domain sees every hop.
 */
export async function fencePage(page: Page, fence: RequestFence): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Fetch.requestPaused', async ({ requestId, request: { url }, ...paused }) => {
    // A frame that is led away is not one that the shop opened.
    const isFrame =
      paused.resourceType === 'Document' &&
      paused.frameId !== frameTree.frame.id &&
      !paused.redirectedRequestId
    const isIn =
      isAllowed(url, fence) ||
      (isFrame && admit(fence, { url, says: await ownerSays(session, paused.frameId) }))
    const reply = isIn
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

/** Once the shop's gate lets it: what goes elsewhere needs no leave. */
async function mayGo(url: string, { origins, pass }: RequestFence): Promise<boolean> {
  if (!pass || !url.startsWith(`${origins[0]}/`)) return true
  return pass().then(
    () => true,
    () => false,
  )
}

/** Puts the fence around a context, before its first page. */
export async function fenceContext(context: BrowserContext, fence: RequestFence): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = request.url()
    const says =
      request.isNavigationRequest() && isInside(request) ? await elementSays(request).catch(() => '') : null
    const isIn =
      (isAllowed(url, fence) || (says !== null && admit(fence, { url, says }))) && (await mayGo(url, fence))
    // The page may be closed meanwhile.
    await (isIn ? route.fallback() : route.abort('blockedbyclient')).catch(() => undefined)
  })
  await context.routeWebSocket(/.*/, (socket) => {
    const url = socket.url().replace(/^ws/, 'http')
    if (isAllowed(url, fence)) socket.connectToServer()
    else socket.close()
  })
}
