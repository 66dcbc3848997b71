import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hotRank } from './hot.ts'

const begin = Date.UTC(2026, 10, 23)
const at = (seconds: number) => new Date(begin + seconds * 1_000)
const rank = (score: number, seconds = 0) =>
  hotRank({ likes: 0, up: Math.max(0, score), down: Math.max(0, -score), createdAt: at(seconds) })

test('each vote and each like moves a post, the first one most', () => {
  for (let score = -50; score < 50; score++) expect(rank(score + 1)).toBeGreaterThan(rank(score))
  expect(rank(1) - rank(0)).toBeGreaterThan(rank(20) - rank(19))
  const createdAt = at(0)
  expect(hotRank({ likes: 2, up: 3, down: 1, createdAt })).toBe(rank(4))
})

test('what is as much against it as for it stands where nobody judged', () => {
  expect(hotRank({ likes: 0, up: 500, down: 500, createdAt: at(0) })).toBe(rank(0))
})

test('half a day is worth a tenfold of what is for a post', () => {
  expect(rank(99)).toBeCloseTo(rank(9, 45_000), 9)
  expect(rank(0)).toBeCloseTo(rank(-9, 45_000), 9)
})

test('the later of two alike stands above, down to a millisecond, for decades', () => {
  for (const years of [0, 10, 40]) {
    const seconds = years * 31_557_600
    expect(rank(7, seconds + 0.001)).toBeGreaterThan(rank(7, seconds))
  }
})

test('time that goes by changes no order: both ranks grow by the same', () => {
  const post = fc.record({ score: fc.integer({ min: -500, max: 500 }), seconds: fc.nat(10_000_000) })
  fc.assert(
    fc.property(post, post, fc.nat(100_000_000), (one, other, later) => {
      const now = rank(one.score, one.seconds) - rank(other.score, other.seconds)
      const then = rank(one.score, one.seconds + later) - rank(other.score, other.seconds + later)
      expect(then).toBeCloseTo(now, 6)
    }),
  )
})
