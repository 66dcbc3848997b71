import { type Bucket, untilTokens } from './budget.ts'
import { type Purpose, tokensFor } from './visitor.ts'

/** A lease runs out so long after it was last renewed: then its holder is gone. Milliseconds. */
export const LEASE_MS = 10_000
/** Holders renew it this often. */
export const RENEW_MS = 2_500
/** Who does not ask again for so long holds nobody up. */
export const LINE_MS = 8_000
/** Who comes back within so long has kept the place: longer than anybody is told to stay away. */
export const PLACE_MS = 90_000

/** What all of SNPD knows of one origin. Times are milliseconds since 1970, of one clock. */
export type OriginState = {
  isHeld: boolean
  /** Held: until when. Free: since when; a holder that died counts from the end of its lease. */
  until: number
  /** Nobody asks it anything before: Retry-After. */
  notBefore: number
  /** What its robots.txt wants between two pages, whoever asks for them. */
  crawlDelayMs: number
  budget: Bucket
}

export type Waiting = {
  kind: 'wait'
  /** Asking earlier is no use; asking then may be in vain too. */
  ms: number
  why: 'busy' | 'not-before' | 'budget'
}
export type Entry = { kind: 'in' } | Waiting

/** How long the next in line waits before it asks again; the others as much longer as there are before them. */
const POLL_MS = 300
/** Those far back, who may be missed for a moment. 300 in line cost their workers 35 questions a second; 86 where each asks every 3 s, and little else is done. */
const LONGEST_POLL_MS = 12_000

const wait = (ms: number, why: Waiting['why']): Waiting => ({ kind: 'wait', ms: Math.ceil(ms), why })
const poll = (ahead: number) => Math.min(LONGEST_POLL_MS, POLL_MS * (ahead + 1))

/**
 * May this visitor go in now? One at a time, in order, not before the shop wants, and within the budget.
 * @param ahead how many in line go before
 */
export function mayEnter(
  { isHeld, until, notBefore, crawlDelayMs, budget }: OriginState,
  { purpose, ahead, now }: { purpose: Purpose; ahead: number; now: number },
): Entry {
  const from = Math.max(notBefore, until + crawlDelayMs)
  if (isHeld && until > now) return wait(poll(ahead), 'busy')
  if (from > now) return wait(from - now, 'not-before')
  const empty = untilTokens(budget, tokensFor(purpose), now)
  if (empty > 0) return wait(empty, 'budget')
  return ahead > 0 ? wait(poll(ahead), 'busy') : { kind: 'in' }
}
