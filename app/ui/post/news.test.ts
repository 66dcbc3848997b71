import { expect, test } from 'vitest'
import { newerThan, todoOf } from './news.ts'

const shown = new Set(['a', 'b'])

test('a new post is announced; one that is shown already is looked at again', () => {
  expect(todoOf(shown, { post_id: 'c', root_id: null, fresh: true })).toEqual({ kind: 'announce', id: 'c' })
  for (const fresh of [true, false])
    expect(todoOf(shown, { post_id: 'a', root_id: null, fresh })).toEqual({ kind: 'look-again', id: 'a' })
})

test('a reply is news of the post above it, and never a post of its own', () => {
  expect(todoOf(shown, { post_id: 'r', root_id: 'b', fresh: true })).toEqual({ kind: 'look-again', id: 'b' })
  expect(todoOf(shown, { post_id: 'r', root_id: 'z', fresh: true })).toBeUndefined()
})

test('a change of what is not shown changes nothing', () => {
  expect(todoOf(shown, { post_id: 'z', root_id: null, fresh: false })).toBeUndefined()
})

test('new is what is newer than all that is shown, whatever its order', () => {
  const newest = [{ id: '5' }, { id: '4' }, { id: '3' }]
  expect(newerThan(newest, ['2', '3', '1'])).toEqual(['5', '4'])
  expect(newerThan(newest, [])).toEqual(['5', '4', '3'])
})
