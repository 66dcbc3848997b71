import type { BrowserContext, CDPSession, Frame, Page, Request, Route } from 'playwright-core'
import { Final } from '../../core/errors.ts'
import { isPublicHost } from '../../core/url/host.ts'
import { admit } from './payment.ts'
import { isAllowed, isShops, type RequestFence } from './reach.ts'
import { isStatic, openStatics, type Statics } from './statics.ts'

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

const SPEAKING = ['title', 'name', 'id', 'class', 'aria-label', 'allow']

/** What the shop's page says of the frame, apart from its address. */
async function ownerSays(session: CDPSession, frameId: string): Promise<string> {
  try {
    const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId })
    const { node } = await session.send('DOM.describeNode', { backendNodeId })
    const attributes = node.attributes ?? []
    return attributes.filter((_, at) => SPEAKING.includes(attributes[at - (at % 2)] ?? '')).join(' ')
  } catch {
    return ''
  }
}

type FrameTree = { frame: { id: string; url: string }; childFrames?: FrameTree[] }

/** The addresses of a frame and of those around it, innermost first; none when it is not in there. */
function pathTo({ frame, childFrames = [] }: FrameTree, id: string): string[] {
  if (frame.id === id) return [frame.url]
  const below = childFrames.map((child) => pathTo(child, id)).find((path) => path.length > 0)
  return below ? [...below, frame.url] : []
}

type Paused = {
  frameId: string
  resourceType: string
  redirectedRequestId?: string
  request: { url: string; method: string }
}

async function mayPause(session: CDPSession, page: Page, { paused, fence }: Asking): Promise<boolean> {
  const { frameId, resourceType: kind } = paused
  const { url, method } = paused.request
  if (isAllowed(url, fence)) return true
  // The context's route fetches it for the page.
  if (isStatic({ url, method, kind, page: page.url() }, fence)) return !paused.redirectedRequestId
  if (kind !== 'Document') return false
  const { frameTree } = await session.send('Page.getFrameTree')
  const isFrame = frameId !== frameTree.frame.id
  const says = isFrame ? await ownerSays(session, frameId) : ''
  const isLed = paused.redirectedRequestId !== undefined
  return admit(page.context(), fence, { url, says, isFrame, around: pathTo(frameTree, frameId), isLed })
}

type Asking = { paused: Paused; fence: RequestFence }

/**
 * Puts the fence around one page of that context: redirects are followed inside the browser without asking
 * `context.route`, but the Fetch domain sees every hop.
 */
export async function fencePage(page: Page, fence: RequestFence): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Fetch.requestPaused', async (paused) => {
    const { requestId } = paused
    const isIn = await mayPause(session, page, { paused, fence }).catch(() => false)
    const reply = isIn
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    // The page may close while a request is paused.
    reply.catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function elementSays(request: Request): Promise<string> {
  const element = await request.frame().frameElement()
  const said = await Promise.all(SPEAKING.map((each) => element.getAttribute(each)))
  return said.filter(Boolean).join(' ')
}

/** Where the frame stands and those around it; undefined for a popup's first request, which has no frame yet. */
function aroundOf(request: Request): string[] | undefined {
  try {
    const urls: string[] = []
    for (let frame: Frame | null = request.frame(); frame; frame = frame.parentFrame()) urls.push(frame.url())
    return urls
  } catch {
    return undefined
  }
}

async function mayOpen(context: BrowserContext, request: Request, fence: RequestFence): Promise<boolean> {
  if (!request.isNavigationRequest()) return false
  const around = aroundOf(request)
  if (!around) return false
  const isFrame = around.length > 1
  const says = isFrame ? await elementSays(request).catch(() => '') : ''
  return admit(context, fence, { url: request.url(), says, isFrame, around, isLed: false })
}

/** Once the shop's gate lets it: what goes elsewhere needs no leave. */
async function mayGo(url: string, fence: RequestFence): Promise<boolean> {
  if (!fence.pass || !isShops(url, fence)) return true
  return fence.pass().then(
    () => true,
    () => false,
  )
}

function pageOf(request: Request): string {
  try {
    return request.frame().url()
  } catch {
    return ''
  }
}

async function serve(route: Route, statics: Statics, { url, kind }: { url: string; kind: string }) {
  const found = await statics(url, kind)
  return found ? route.fulfill(found) : route.abort('blockedbyclient')
}

/** Puts the fence around a context, before its first page. */
export async function fenceContext(context: BrowserContext, fence: RequestFence): Promise<void> {
  const statics = openStatics(fence)
  const answer = async (route: Route) => {
    const request = route.request()
    const [url, kind] = [request.url(), request.resourceType()]
    const asked = { url, method: request.method(), kind, page: pageOf(request) }
    if (!isAllowed(url, fence) && isStatic(asked, fence)) return serve(route, statics, { url, kind })
    const isIn = isAllowed(url, fence) || (await mayOpen(context, request, fence))
    return isIn && (await mayGo(url, fence)) ? route.fallback() : route.abort('blockedbyclient')
  }
  // The page may be closed meanwhile.
  await context.route('**/*', (route) => answer(route).catch(() => undefined))
  await context.routeWebSocket(/.*/, (socket) => {
    const url = socket.url().replace(/^ws/, 'http')
    if (isAllowed(url, fence)) socket.connectToServer()
    else socket.close()
  })
}
