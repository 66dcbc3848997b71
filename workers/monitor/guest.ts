import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, redirectOf } from '../../adapters/fetch/exchange.ts'
import type { ShopSession } from '../../adapters/fetch/session.ts'
import { textOf } from '../../adapters/fetch/unpack.ts'
import type { Lease } from '../../adapters/retailers/gate.ts'
import { saidAt } from '../../core/checkout/retry-after.ts'
import { readRobots } from '../../core/checkout/robots.ts'
import { isSnpdError } from '../../core/errors.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { judgeAnswer } from '../../core/monitor/answer.ts'
import type { Copy, Look } from '../../core/monitor/shape.ts'
import { sentenceOf } from '../../core/sentence.ts'

/** The lease is lost: nothing may be asked any more, and what was asked is not told. */
export class LeaseLost extends Error {}

/** What a request came to: a text, or what it means that there is none. */
export type Page = { kind: 'page'; text: string; copy: Copy; url: string } | Look

/** SNPD at a shop, with a lease of its gate: one request at a time, each counted, none that robots.txt forbids. */
export type Guest = {
  /**
   * @param copy what is known already: the shop may answer that it still holds, and the same bytes are not read again
   * @throws LeaseLost
   */
  ask: (url: string, copy?: Copy) => Promise<Page>
}

export type GuestOptions = {
  lease: Pick<Lease, 'isHeld' | 'spend'>
  session: ShopSession
  /** The shop's robots.txt; null where it has none. */
  robots: string | null
  crawlDelayMs: number
  /** As of when each page was last seen: an older copy out of some cache says nothing new. Milliseconds since 1970. */
  seenAsOf?: Map<string, number>
}

const AGENT = 'SNPD'
const MAX_REDIRECTS = 3
const nothing: Copy = { etag: null, lastModified: null, bodyHash: null }

function headersOf({ etag, lastModified }: Copy): Record<string, string> {
  return {
    accept: 'text/html,application/json;q=0.9,*/*;q=0.8',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

/**
 * The date that names a page alone: of whole seconds, so it does while nothing can change within the same one any more
 * (RFC 9110, 8.8.2.2).
 */
function dateOf({ 'last-modified': modified, date }: Answer['headers']): string | null {
  const isOver = Date.parse(date ?? '') - Date.parse(modified ?? '') >= 1_000
  return isOver ? (modified ?? null) : null
}

/** Caches differ by less, and dates are of whole seconds. Milliseconds. */
const STEP_MS = 2_000

/** True of a copy that a cache has had for longer than the last one seen (RFC 9111, 5.1). */
function isOlder({ headers, url }: Answer, seenAsOf: Map<string, number>): boolean {
  const asOf = Date.parse(headers.date ?? '') - Number(headers.age ?? 0) * 1000
  if (Number.isNaN(asOf)) return false
  const last = seenAsOf.get(url)
  if (last !== undefined && headers.age !== undefined && asOf < last - STEP_MS) return true
  seenAsOf.set(url, asOf)
  return false
}

/** A page, or what else the answer means. */
async function readAnswer(answer: Answer, copy: Copy, seenAsOf: Map<string, number>): Promise<Page> {
  const { status, headers, body, url } = answer
  if (status === 304 && copy !== nothing) return { kind: 'same' }
  const other = judgeAnswer({
    status,
    retryAfter: headers['retry-after'],
    now: saidAt(headers.date, Date.now()),
  })
  if (other) return other
  if (isOlder(answer, seenAsOf)) return { kind: 'same' }
  const bodyHash = hash('sha256', body)
  const named: Copy = { etag: headers.etag ?? null, lastModified: dateOf(headers), bodyHash }
  // Named otherwise now: next time by that.
  if (bodyHash === copy.bodyHash) return { kind: 'same', copy: named }
  return { kind: 'page', text: await textOf(answer), copy: named, url }
}

/** Where a redirect leads within the shop; undefined when it leads out of it. */
function nextWithin(from: string, location: string): string | undefined {
  if (!URL.canParse(location, from)) return undefined
  const to = new URL(location, from)
  const isDown = from.startsWith('https:') && to.protocol !== 'https:'
  return gateName(to) === gateName(new URL(from)) && !isDown ? to.href : undefined
}

function lost(next: string | undefined): Look {
  const reason = next === undefined ? 'The page leads out of the shop.' : 'The page leads on and on.'
  return { kind: 'unclear', reason, isRefusal: false }
}

/** What it comes to that nothing was answered, or nothing that can be read. */
function asTrouble(error: unknown): Look {
  if (isSnpdError(error)) return { kind: 'trouble', reason: sentenceOf(error) }
  throw error
}

/** Opens nothing: the session does. */
export function openGuest({
  lease,
  session,
  robots,
  crawlDelayMs,
  seenAsOf = new Map(),
}: GuestOptions): Guest {
  let last = Number.NEGATIVE_INFINITY
  const forbids = (url: string): Look | undefined => {
    if (robots === null) return undefined
    const { pathname, search } = new URL(url)
    const { verdict, line } = readRobots(robots, { agent: AGENT, path: pathname + search })
    const reason = `This shop does not allow it (robots.txt: "${line}").`
    return verdict === 'forbidden' ? { kind: 'forbidden', reason } : undefined
  }
  const get = async (url: string, copy: Copy): Promise<Answer> => {
    const early = last + crawlDelayMs - performance.now()
    if (early > 0) await sleep(early)
    if (!lease.isHeld()) throw new LeaseLost()
    last = performance.now()
    lease.spend()
    return session.get({ url, headers: headersOf(copy) })
  }
  const follow = async (first: string, copy: Copy): Promise<Page> => {
    for (let url = first, hop = 0; ; hop++) {
      const refused = forbids(url)
      if (refused) return refused
      const answer = await get(url, copy)
      const location = redirectOf(answer)
      if (location === undefined) return readAnswer(answer, copy, seenAsOf)
      const next = nextWithin(url, location)
      if (next === undefined || hop === MAX_REDIRECTS) return lost(next)
      url = next
    }
  }
  return {
    ask: (url, copy = nothing) => follow(url, copy).catch(asTrouble),
  }
}
