import type { APIResponse, Page } from 'playwright-core'
import { readRobots } from '../../../core/checkout/robots.ts'
import { handOver, pageTrouble, Stopped, type Walk } from '../adapter.ts'
import { readHumanChecks, readText } from './page.ts'
import { words } from './words.ts'

const AGENT = 'SNPD'

/** 429: the shop is not asked again by itself, whatever its Retry-After says; the member decides. */
function askedToWait(resumeUrl: string): Stopped {
  const detail = 'The shop asks not to be asked so often (429). Please go on yourself, a little later.'
  return new Stopped({ kind: 'handover', reason: 'policy', resume_url: resumeUrl, detail })
}

/** RFC 9309, 2.3.1.2. */
const MAX_REDIRECTS = 5

/** Follows robots.txt to where it moved, within the shop: the request fence does not cover these requests. */
async function fetchRobots(page: Page, productUrl: URL): Promise<APIResponse> {
  let url = new URL('/robots.txt', productUrl)
  for (let hops = 0; hops <= MAX_REDIRECTS && url.origin === productUrl.origin; hops++) {
    const answer = await page
      .context()
      .request.get(url.href, { timeout: 10_000, maxRedirects: 0 })
      .catch((cause: Error) => {
        throw pageTrouble(`The shop does not answer: ${cause.message.split('\n')[0]}.`, cause)
      })
    const location = answer.status() >= 300 && answer.status() < 400 && answer.headers().location
    if (!location || !URL.canParse(location, url.href)) return answer
    url = new URL(location, url)
  }
  const detail = 'What this shop allows assistants could not be read: its robots.txt moved away.'
  throw new Stopped({ kind: 'handover', reason: 'policy', resume_url: productUrl.href, detail })
}

/**
 * Reads the shop's robots.txt before anything else.
 * @throws Stopped handover `policy`; Retryable when the server fails (RFC 9309: then nothing is allowed)
 */
export async function obeyRobots({ page, productUrl, facts }: Walk): Promise<void> {
  const answer = await fetchRobots(page, productUrl)
  if (answer.status() === 429) throw askedToWait(productUrl.href)
  if (answer.status() >= 500) throw pageTrouble(`The shop's robots.txt answers ${answer.status()}.`)
  if (!answer.ok()) return
  const { verdict, line } = readRobots(await answer.text(), {
    agent: AGENT,
    path: productUrl.pathname + productUrl.search,
  })
  facts.reviewPolicy = verdict === 'review-only' ? line : null
  if (verdict !== 'forbidden') return
  const detail = `This shop does not allow assistants (robots.txt: "${line}").`
  throw new Stopped({ kind: 'handover', reason: 'policy', resume_url: productUrl.href, detail })
}

/**
 * Looks at the page as it is now, before any step: a challenge ends the walk at once, trouble of the server is retried.
 */
export async function guard(walk: Walk): Promise<void> {
  const { page } = walk
  const status = walk.status()
  if (status === 429) throw askedToWait(page.url())
  if (status >= 500) throw pageTrouble(`The shop answers ${status}.`)
  const [check] = await readHumanChecks(page)
  const asks = words.human.exec(await readText(page))?.[0]
  if (status === 401 || status === 403 || check || asks) {
    const seen = check ? 'a human check' : asks ? `"${asks}"` : `status ${status}`
    throw handOver(walk, 'challenge', `The shop asks for a person (${seen}). Please go on yourself.`)
  }
}
