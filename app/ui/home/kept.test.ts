import { expect, test } from 'vitest'
import { COOKIE, cookieOf, keptOf } from './kept.ts'

const [me, other] = ['01a0-1', '01a0-2']
const cookieValue = (cookie: string) => cookie.slice(COOKIE.length + 1).split(';')[0]

test.each([
  { sawLive: false, away: false },
  { sawLive: true, away: false },
  { sawLive: true, away: true },
])('what is kept is read again: %o', (kept) => {
  expect(keptOf(cookieValue(cookieOf(me, kept)), me)).toEqual(kept)
})

test('somebody else in the same browser begins anew', () => {
  const value = cookieValue(cookieOf(me, { sawLive: true, away: true }))
  expect(keptOf(value, other)).toEqual({ sawLive: false, away: false })
  expect(keptOf(undefined, me)).toEqual({ sawLive: false, away: false })
})
