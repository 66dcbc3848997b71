import { redirectOf } from '../../adapters/fetch/exchange.ts'
import type { ShopSession } from '../../adapters/fetch/session.ts'
import { textOf } from '../../adapters/fetch/unpack.ts'
import type { Lease } from '../../adapters/retailers/gate.ts'
import { saidAt } from '../../core/checkout/retry-after.ts'
import { readRobots } from '../../core/checkout/robots.ts'
import { isSnpdError } from '../../core/errors.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { judgeAnswer } from '../../core/monitor/answer.ts'
import type { Look } from '../../core/monitor/shape.ts'
import { sentenceOf } from '../../core/sentence.ts'
import { LeaseLost } from './guest.ts'

export type Robots = { kind: 'robots'; text: string | null; crawlDelayMs: number }

/** RFC 9309, 2.3.1.2. */
const MAX_REDIRECTS = 5
/** Longer ones keep their distance by the gate (core/manners/entry.ts). */
const LONGEST_DELAY_MS = 30_000

type Asking = { lease: Lease; session: ShopSession; page: string }

/** The file as the shop gives it now: null for "there is none" (4xx), and where it leads out of the shop. */
async function fetchRobots({ lease, session, page }: Asking): Promise<{ text: string | null } | Look> {
  for (let url = new URL('/robots.txt', page), hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!lease.isHeld()) throw new LeaseLost()
    lease.spend()
    const answer = await session.get({ url: url.href })
    const location = redirectOf(answer)
    const retryAfter = answer.headers['retry-after']
    const other = judgeAnswer({
      status: answer.status,
      retryAfter,
      now: saidAt(answer.headers.date, Date.now()),
    })
    if (location === undefined && other?.kind === 'unclear') return { text: null }
    if (location === undefined) return other ?? { text: await textOf(answer) }
    if (!URL.canParse(location, url.href)) return { text: null }
    url = new URL(location, url)
    if (gateName(url) !== gateName(new URL(page))) break
  }
  return { kind: 'trouble', reason: 'What this shop allows could not be read: its robots.txt moved away.' }
}

/**
 * The shop's robots.txt: the gate's copy while it is fresh, else asked for and kept for all. While its server fails
 * nothing is allowed (RFC 9309, 2.3.1.4).
 * @throws LeaseLost
 */
export async function readShopRobots(asking: Asking): Promise<Robots | Look> {
  const { lease, page } = asking
  const kept = lease.robots.read()
  const found =
    kept === undefined
      ? await fetchRobots(asking).catch((error: unknown): Look => {
          if (isSnpdError(error)) return { kind: 'trouble', reason: sentenceOf(error) }
          throw error
        })
      : { text: kept }
  if ('kind' in found) return found
  const { text } = found
  const { pathname: path } = new URL(page)
  const asked = text === null ? 0 : readRobots(text, { agent: 'SNPD', path }).crawlDelayMs
  const crawlDelayMs = Math.min(asked, LONGEST_DELAY_MS)
  if (kept === undefined) {
    await lease.robots.keep(text)
    await lease.crawlDelay(crawlDelayMs)
  }
  return { kind: 'robots', text, crawlDelayMs }
}
