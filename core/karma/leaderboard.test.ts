import { expect, test } from 'vitest'
import { uuidv7 } from '../id.ts'
import { readCursor, writeCursor } from './leaderboard.ts'

test('a cursor is read as it was written, and is a word for a URL', () => {
  for (let n = 1; n < 40; n++) {
    const after = { karma: '9'.repeat(n), memberId: uuidv7(), rank: n, shown: 50 * n }
    const text = writeCursor(after)
    expect(encodeURIComponent(text)).toBe(text)
    expect(readCursor(text)).toEqual(after)
  }
})

test('anything else is no cursor', () => {
  const forged = [
    ['-1', uuidv7(), 1, 1],
    ['1', 'me', 1, 1],
    ['1', uuidv7(), 0, 1],
    ['1', uuidv7(), 1],
    {},
    null,
  ]
  for (const text of ['', '!', 'bm90IGpzb24', ...forged.map((each) => btoa(JSON.stringify(each)))])
    expect(readCursor(text)).toBeUndefined()
})
