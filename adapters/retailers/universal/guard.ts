import { readRobots } from '../../../core/checkout/robots.ts'
import { handOver, pageTrouble, Stopped, type Walk } from '../adapter.ts'
import { readHumanChecks, readText } from './page.ts'
import { words } from './words.ts'

const AGENT = 'SNPD'

/**
 * Reads the shop's robots.txt before anything else.
 * @throws Stopped handover `policy`; Retryable when the server fails (RFC 9309: then nothing is allowed)
 */
export async function obeyRobots({ page, productUrl }: Walk): Promise<void> {
  const robots = new URL('/robots.txt', productUrl).href
  const answer = await page
    .context()
    .request.get(robots, { timeout: 10_000, maxRedirects: 0 })
    .catch((cause: Error) => {
      throw pageTrouble(`The shop does not answer: ${cause.message.split('\n')[0]}.`, cause)
    })
  if (answer.status() >= 500 || answer.status() === 429)
    throw pageTrouble(`The shop's robots.txt answers ${answer.status()}.`)
  if (!answer.ok()) return
  const { verdict, line } = readRobots(await answer.text(), {
    agent: AGENT,
    path: productUrl.pathname + productUrl.search,
  })
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
  if (status === 429 || status >= 500) throw pageTrouble(`The shop answers ${status}.`)
  const [check] = await readHumanChecks(page)
  const asks = words.human.exec(await readText(page))?.[0]
  if (status === 401 || status === 403 || check || asks) {
    const seen = check ? 'a human check' : asks ? `"${asks}"` : `status ${status}`
    throw handOver(walk, 'challenge', `The shop asks for a person (${seen}). Please go on yourself.`)
  }
}
