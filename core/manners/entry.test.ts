import { expect, test } from 'vitest'
import { FULL, refill, spend, untilTokens } from './budget.ts'
import { mayEnter, type OriginState } from './entry.ts'
import { restAfter } from './pushback.ts'
import { isFresh } from './robots-copy.ts'
import type { Purpose } from './visitor.ts'

const now = 1_000_000
const free: OriginState = {
  ...{ isHeld: false, until: 0, notBefore: 0, crawlDelayMs: 0 },
  budget: { tokens: FULL, at: now },
}
const ask = (state: Partial<OriginState>, purpose: Purpose = 'checkout', ahead = 0) =>
  mayEnter({ ...free, ...state }, { purpose, ahead, now })

test('one at a time: a lease keeps everybody out, and no longer than it lasts', () => {
  expect(ask({})).toEqual({ kind: 'in' })
  expect(ask({ isHeld: true, until: now + 1 })).toMatchObject({ kind: 'wait', why: 'busy' })
  expect(ask({ isHeld: true, until: now })).toEqual({ kind: 'in' })
})

test('in order: who is not first waits, the later in line the longer', () => {
  const [first, later, last] = [1, 3, 500].map((ahead) => ask({}, 'checkout', ahead))
  expect([first, later, last]).toMatchObject([{ ms: 600 }, { ms: 1_200 }, { ms: 12_000 }])
})

test('not before the shop wants, and never closer than its Crawl-delay, whoever was there', () => {
  expect(ask({ notBefore: now + 700 })).toEqual({ kind: 'wait', ms: 700, why: 'not-before' })
  expect(ask({ until: now - 400, crawlDelayMs: 1_000 })).toMatchObject({ ms: 600, why: 'not-before' })
  // The lease of one that died.
  expect(ask({ isHeld: true, until: now - 400, crawlDelayMs: 1_000 })).toMatchObject({ ms: 600 })
})

test('monitors leave half of the budget to those who buy, and those who begin a little to those who finish', () => {
  const seen = (tokens: number) =>
    (['monitor', 'checkout', 'finish'] as const).map(
      (purpose) => ask({ budget: { tokens, at: now } }, purpose).kind,
    )
  expect(seen(FULL / 2)).toEqual(['in', 'in', 'in'])
  expect(seen(FULL / 2 - 1)).toEqual(['wait', 'in', 'in'])
  expect(seen(1)).toEqual(['wait', 'wait', 'in'])
  expect(seen(0)).toEqual(['wait', 'wait', 'wait'])
})

test('the budget fills up by ten a second, and not above full; a clock that goes back gives nothing', () => {
  const spent = spend({ tokens: FULL, at: now }, FULL + 10, now)
  expect(spent.tokens).toBe(-10)
  expect(refill(spent, now + 1_000).tokens).toBe(0)
  expect(refill(spent, now - 2_000)).toEqual(spent)
  expect(refill(spent, now + 10 ** 9).tokens).toBe(FULL)
  expect(untilTokens(spent, 5, now)).toBe(1_500)
  expect(untilTokens(spent, -10, now)).toBe(0)
})

test('Retry-After counts, up to a day; a bare 429 is half a minute; trouble without a time binds nobody', () => {
  expect(restAfter({ status: 503, retryAfterMs: 2_000 })).toBe(2_000)
  expect(restAfter({ status: 429, retryAfterMs: 10 ** 12 })).toBe(86_400_000)
  expect(restAfter({ status: 429, retryAfterMs: null })).toBe(30_000)
  expect(restAfter({ status: 502, retryAfterMs: null })).toBe(0)
})

test('a copy of robots.txt stands for a day, and on this machine never: its ports change hands', () => {
  const origin = 'https://shop.example'
  expect(isFresh({ text: null, at: now }, origin, now + 86_399_999)).toBe(true)
  expect(isFresh({ text: null, at: now }, origin, now + 86_400_000)).toBe(false)
  expect(isFresh({ text: null, at: now }, origin, now - 1)).toBe(false)
  expect(isFresh({ text: null, at: now }, 'http://127.0.0.1:8080', now)).toBe(false)
})
