import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCardNumber } from '../card.ts'
import { cursorShape, readPlace, writePlace } from './cursor.ts'

test('a place comes back out of its cursor to the last bit of its rank, and fits a URL as it is', () => {
  const ranks = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }))
  fc.assert(
    fc.property(fc.uuid(), ranks, (id, hot) => {
      const cursor = writePlace({ id, hot })
      expect(readPlace(cursor)).toEqual({ id, hot })
      expect(hasCardNumber(cursor)).toBe(false)
      expect(cursorShape.safeParse(cursor).success).toBe(true)
      expect(new URLSearchParams(`cursor=${cursor}`).get('cursor')).toBe(cursor)
    }),
  )
})

test('what is no cursor is refused', () => {
  const id = '00000000-0000-7000-8000-000000000000'
  for (const wrong of [
    '',
    'x',
    `${id}~`,
    `${id}~x`,
    `${id}~1x`,
    `${id}~615.25`,
    // NaN, infinity.
    `${id}~hppjaaaaaaaaaaaa`,
    `${id}~hppaaaaaaaaaaaaa`,
    `~1`,
    `${id}~${'9'.repeat(80)}`,
  ])
    expect(cursorShape.safeParse(wrong).success, wrong).toBe(false)
})
