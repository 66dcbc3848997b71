import type { APIResponse, Page, Response } from 'playwright-core'
import { parseRetryAfter, saidAt } from '../../core/checkout/retry-after.ts'
import { type RobotsVerdict, readRobots } from '../../core/checkout/robots.ts'
import { LONGEST_WAIT_MS } from '../../core/manners/pushback.ts'
import { isOwn } from '../../core/url/own.ts'
import { siteOf } from '../browser/site.ts'
import { handOver, type Pushback, pageTrouble, Stopped, type Walk } from './adapter.ts'

// How a guest behaves: what the shop's robots.txt says, when it asks to wait, how fast it wants to be asked. No switch
// turns any of it off; the command line and the workers walk by the same rules.

const AGENT = 'SNPD'
/** RFC 9309, 2.3.1.2. */
const MAX_REDIRECTS = 5
const PAUSE_MS = 1_000
/** Between two pages: ten of them are five minutes then. */
const LONGEST_DELAY_MS = 30_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits as long as the shop asks; a second or two where it names no time. @throws Stopped handover `policy` */
export async function waitFor(walk: Pick<Walk, 'page'>, pushback: Pushback, tries: number): Promise<void> {
  const { status, retryAfterMs } = pushback
  if (retryAfterMs === null && status === 429)
    throw handOver(
      walk,
      'policy',
      'The shop asks not to be asked so often (429). Please go on yourself, a little later.',
    )
  if (retryAfterMs !== null && retryAfterMs > LONGEST_WAIT_MS) {
    const seconds = Math.ceil(retryAfterMs / 1000)
    throw handOver(
      walk,
      'policy',
      `The shop asks to come back in ${seconds} seconds (${status}). Please go on yourself then.`,
    )
  }
  await sleep(retryAfterMs ?? PAUSE_MS * tries)
}

/** What a response says about coming back later; undefined when it says nothing. */
export function pushbackOf(response: Response, page: Page): Pushback | undefined {
  const status = response.status()
  if (status !== 429 && status !== 502 && status !== 503 && status !== 504) return undefined
  const request = response.request()
  const isPage = request.isNavigationRequest() && response.frame() === page.mainFrame()
  const isOwn = URL.canParse(page.url()) && new URL(response.url()).origin === new URL(page.url()).origin
  if (!isPage && !(isOwn && /^(fetch|xhr)$/.test(request.resourceType()))) return undefined
  const { date, 'retry-after': retryAfter } = response.headers()
  const retryAfterMs = parseRetryAfter(retryAfter, saidAt(date, Date.now()))
  return { status, retryAfterMs, isPage }
}

/** The shop asks for more patience than a checkout has. */
export function askedAway(productUrl: URL, ms: number): Stopped {
  const seconds = Math.ceil(ms / 1000)
  return left(productUrl, `The shop asks to come back in ${seconds} seconds. Please go on yourself then.`)
}

function left(productUrl: URL, detail: string): Stopped {
  return new Stopped({ kind: 'handover', reason: 'policy', resume_url: productUrl.href, detail })
}

/** Follows robots.txt to where it moved, within the shop: the request fence does not cover these requests. */
async function fetchRobots(page: Page, productUrl: URL): Promise<APIResponse> {
  let url = new URL('/robots.txt', productUrl)
  const shop = { origin: productUrl.origin, domain: await siteOf(page.context(), productUrl.hostname) }
  for (let hops = 0; hops <= MAX_REDIRECTS && isOwn(url, shop); hops++) {
    const answer = await page
      .context()
      .request.get(url.href, { timeout: 10_000, maxRedirects: 0 })
      .catch((cause: Error) => {
        throw pageTrouble(`${productUrl.host} does not answer from here.`, cause)
      })
    const location = answer.status() >= 300 && answer.status() < 400 && answer.headers().location
    if (!location || !URL.canParse(location, url.href)) return answer
    url = new URL(location, url)
  }
  throw left(productUrl, 'What this shop allows assistants could not be read: its robots.txt moved away.')
}

/** The file as the shop gives it now; null where it has none. */
async function askForRobots(walk: Walk): Promise<string | null> {
  const { page, productUrl, stay } = walk
  for (let tries = 1; ; tries++) {
    await stay?.pass()
    const answer = await fetchRobots(page, productUrl)
    const status = answer.status()
    if (status !== 429 && status < 500) return answer.ok() ? answer.text() : null
    const { date, 'retry-after': retryAfter } = answer.headers()
    const retryAfterMs = parseRetryAfter(retryAfter, saidAt(date, Date.now()))
    await stay?.pushback({ status, retryAfterMs })
    if (retryAfterMs === null && status === 429)
      throw left(
        productUrl,
        'The shop asks not to be asked so often (429). Please go on yourself, a little later.',
      )
    if (retryAfterMs === null || tries === 3) throw pageTrouble(`The shop's robots.txt answers ${status}.`)
    await waitFor(walk, { status, retryAfterMs, isPage: true }, tries)
  }
}

async function readShopRobots(walk: Walk): Promise<RobotsVerdict | undefined> {
  const { productUrl, stay } = walk
  const kept = stay?.robots.read()
  const text = kept === undefined ? await askForRobots(walk) : kept
  if (kept === undefined) await stay?.robots.keep(text)
  const path = productUrl.pathname + productUrl.search
  return text === null ? undefined : readRobots(text, { agent: AGENT, path })
}

/**
 * Reads the shop's robots.txt before anything else, and walks as fast as it asks for.
 * @throws Stopped handover `policy`; Retryable when the server fails (RFC 9309: then nothing is allowed)
 */
export async function obeyRobots(walk: Walk): Promise<void> {
  const verdict = await readShopRobots(walk)
  await walk.stay?.crawlDelay(Math.min(verdict?.crawlDelayMs ?? 0, LONGEST_DELAY_MS))
  if (!verdict) return
  walk.facts.reviewPolicy = verdict.verdict === 'review-only' ? verdict.line : null
  if (verdict.verdict === 'forbidden')
    throw left(walk.productUrl, `This shop does not allow assistants (robots.txt: "${verdict.line}").`)
  if (verdict.crawlDelayMs > LONGEST_DELAY_MS)
    throw left(
      walk.productUrl,
      'This shop wants to be asked more slowly than a checkout can go (robots.txt).',
    )
  await walk.pace(verdict.crawlDelayMs)
}
