import { expect, test } from 'vitest'
import { confidenceOf } from './confidence.ts'

test('one member is believed by half, and a monitor by what its reading is worth', () => {
  expect(confidenceOf({ monitor: null, members: 1 })).toBe(0.5)
  expect(confidenceOf({ monitor: 0.9, members: 0 })).toBe(0.9)
  expect(confidenceOf({ monitor: null, members: 0 })).toBe(0)
})

test('every further witness makes it surer, until two decimals tell no difference', () => {
  const series = [0, 1, 2, 3, 4].map((members) => confidenceOf({ monitor: 0.3, members }))
  expect(series).toEqual([0.3, 0.65, 0.82, 0.91, 0.95])
})

test('no number of members makes it certain', () => {
  expect(confidenceOf({ monitor: 0.99, members: 40 })).toBe(0.99)
  expect(confidenceOf({ monitor: null, members: 1_000 })).toBe(0.99)
})

test('no hundredth is lost on the way', () => {
  for (let percent = 0; percent <= 100; percent++)
    expect(confidenceOf({ monitor: percent / 100, members: 0 })).toBe(percent / 100)
})
