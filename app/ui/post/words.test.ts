import { expect, test } from 'vitest'
import type { Post } from '../../../core/post/shape.ts'
import { isLong, placeWordsOf } from './words.ts'

const area = '872a100d3ffffff'
const told = (cell: string | null, place_name: string | null) => ({ cell, place_name }) as Post

test("where a post is said to be follows from its cell and its reader's, and nothing else", () => {
  expect(placeWordsOf(told(area, 'Brooklyn'), area)).toBe('in your area')
  expect(placeWordsOf(told(area, 'Brooklyn'), '872a100d2ffffff')).toBe('Brooklyn')
  expect(placeWordsOf(told(area, 'Brooklyn'), undefined)).toBe('Brooklyn')
  // Of no place: nobody is in it.
  expect(placeWordsOf(told(null, null), undefined)).toBeNull()
})

test('a feed cuts what is long by its letters or by its lines', () => {
  expect(isLong('x'.repeat(700))).toBe(false)
  expect(isLong('x'.repeat(701))).toBe(true)
  expect(isLong('x\n'.repeat(12))).toBe(true)
})
