import { expect, test } from 'vitest'
import { type Heat, intervalOf, stretchOf, waitOf } from './interval.ts'

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]
const now = Date.UTC(2026, 10, 23)
const heat = (more: Partial<Heat>): Heat => ({ everyMs: null, salesAt: [], changedAt: null, now, ...more })

test('a product that nothing happens to is looked at every five minutes', () => {
  expect(intervalOf(heat({}))).toBe(5 * MINUTE)
  expect(intervalOf(heat({ salesAt: [now - 2 * HOUR], changedAt: now - 3 * HOUR }))).toBe(5 * MINUTE)
})

test('near its sale it is looked at every five seconds, from a quarter of an hour before to half an hour after', () => {
  for (const at of [15 * MINUTE, 0, -30 * MINUTE])
    expect(intervalOf(heat({ salesAt: [now + at] }))).toBe(5 * SECOND)
  expect(intervalOf(heat({ salesAt: [now - 31 * MINUTE] }))).toBe(5 * MINUTE)
  expect(intervalOf(heat({ salesAt: [now + HOUR] }))).toBe(MINUTE)
})

test('nobody sleeps into the hot time: the last long wait ends where it begins', () => {
  expect(intervalOf(heat({ salesAt: [now + 15 * MINUTE + 20 * SECOND] }))).toBe(20 * SECOND)
  expect(intervalOf(heat({ salesAt: [now + 15 * MINUTE + 1] }))).toBe(5 * SECOND)
})

test('after a change it is watched closely for a while, and what an operator set stands above all', () => {
  expect(intervalOf(heat({ changedAt: now - MINUTE }))).toBe(15 * SECOND)
  expect(intervalOf(heat({ changedAt: now - 20 * MINUTE }))).toBe(MINUTE)
  expect(intervalOf(heat({ changedAt: now, salesAt: [now], everyMs: 7_000 }))).toBe(7_000)
})

test('all products of a shop together stay within half of what its budget fills up by, and within half its Crawl-delay', () => {
  expect(stretchOf({ perSecond: 5, crawlDelayMs: 0 })).toBe(1)
  expect(stretchOf({ perSecond: 50, crawlDelayMs: 0 })).toBe(10)
  expect(stretchOf({ perSecond: 1, crawlDelayMs: 10_000 })).toBe(20)
  const each = (stretch: number) => waitOf({ intervalMs: 5_000, stretch, failures: 0, random: 0 })
  expect((1000 / each(stretchOf({ perSecond: 1000 * 0.2, crawlDelayMs: 0 }))) * 1000).toBeLessThanOrEqual(5)
})

test('a wait is spread, and never longer than wanted while all is well', () => {
  const waits = [0, 0.5, 0.999].map((random) =>
    waitOf({ intervalMs: 10_000, stretch: 1, failures: 0, random }),
  )
  expect(waits).toEqual([10_000, 9_750, 9_501])
})

test('trouble doubles the wait each time up to an hour, spread by a fifth to both sides', () => {
  const wait = (failures: number, random = 0.5) =>
    waitOf({ intervalMs: 10_000, stretch: 1, failures, random })
  expect([1, 2, 3].map((failures) => wait(failures))).toEqual([20_000, 40_000, 80_000])
  expect(wait(1_000)).toBe(HOUR)
  expect([wait(1, 0), wait(1, 0.999)]).toEqual([16_000, 23_992])
  // What is looked at every moment is not asked every moment by who gets no answer.
  expect(waitOf({ intervalMs: 100, stretch: 1, failures: 1, random: 0.5 })).toBe(10_000)
})
