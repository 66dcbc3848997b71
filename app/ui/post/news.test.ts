import { expect, test } from 'vitest'
import { newerThan } from './news.ts'

test('new is what is newer than all that is shown, whatever its order', () => {
  const newest = [{ id: '5' }, { id: '4' }, { id: '3' }]
  expect(newerThan(newest, ['2', '3', '1'])).toEqual(['5', '4'])
  expect(newerThan(newest, [])).toEqual(['5', '4', '3'])
})
