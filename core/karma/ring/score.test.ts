import { expect, test } from 'vitest'
import { ringRules } from './constants.ts'
import { scoreCircle } from './score.ts'

const circle = (closed: number, acts = 100) => ({
  members: ['a', 'b', 'c', 'd'],
  acts,
  closed,
  own: 0,
  ownClosed: 0,
  active: 256,
})
const scored = (closed: number, more: { acts?: number; tied?: number } = {}) => {
  const { acts = 100, tied = 0 } = more
  return scoreCircle({ circle: circle(closed, acts), tied })
}

test('a neighbourhood keeps all of it, a closed circle a hundredth, and between them it falls evenly', () => {
  expect(scored(65).discount).toBe(0)
  expect(scored(75).discount).toBe(4_950)
  expect(scored(85).discount).toBe(ringRules.mostPoints)
  expect(scored(100).discount).toBe(ringRules.mostPoints)
  expect(scoreCircle(null)).toEqual({ discount: 0, reasons: [] })
})

test('shared browsers and tills weigh only on a circle that closes', () => {
  expect(scored(75, { tied: 2 }).discount).toBe(4_950 + 1_000)
  expect(scored(50, { tied: 4 }).discount).toBe(0)
})

test('few acts count in part', () => {
  expect(scored(10, { acts: 10 }).discount).toBe(ringRules.mostPoints / 2)
})

test('the points of the reasons add up to the discount', () => {
  for (const closed of [0, 61, 72, 80, 84])
    for (const tied of [0, 1, 4]) {
      const { discount, reasons } = scored(closed, { tied })
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
      expect(discount).toBe(Math.min(ringRules.mostPoints, points))
    }
})

test('the reasons are told with their numbers and name nobody', () => {
  const { reasons } = scored(90, { tied: 3 })
  expect(reasons.map(({ text }) => text)).toEqual([
    'Of 100 acts of a circle of 4 around you in 30 days, 90 were vouched for by nobody outside of it; of your own 0, 0.',
    '3 of the circle share a browser, a wallet or a place their karma goes to with another of it.',
  ])
})
