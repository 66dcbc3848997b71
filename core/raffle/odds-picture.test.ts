import { expect, test } from 'vitest'
import { oddsPicture } from './odds-picture.ts'

test('few tickets are drawn one by one, with the one that the reader would add', () => {
  expect(oddsPicture({ winners: 2, entries: 7 }, false)).toEqual({ marks: 8, winning: 2, isCounted: true })
  expect(oddsPicture({ winners: 2, entries: 7 }, true)).toEqual({ marks: 7, winning: 2, isCounted: true })
  expect(oddsPicture({ winners: 5, entries: 1 }, false)).toEqual({ marks: 2, winning: 2, isCounted: true })
})

test('many are drawn as a hundred', () => {
  expect(oddsPicture({ winners: 25, entries: 1000 }, true)).toEqual({
    ...{ marks: 100, winning: 3, isCounted: false },
  })
})

test('a small chance is seen, and one that is nearly certain is not drawn as certain', () => {
  expect(oddsPicture({ winners: 1, entries: 100_000 }, true).winning).toBe(1)
  expect(oddsPicture({ winners: 999, entries: 1000 }, true).winning).toBe(99)
  expect(oddsPicture({ winners: 1000, entries: 1000 }, true).winning).toBe(100)
})
