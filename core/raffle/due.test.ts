import { expect, test } from 'vitest'
import { dueOf, type Standing } from './due.ts'
import { DRAW_WINDOW } from './limits.ts'

const closesAt = new Date('2026-11-23T12:00:00Z')
const after = (seconds: number) => new Date(closesAt.getTime() + seconds * 1000)
const open: Standing = { raffleId: 7n, state: 'open', closesAt, round: 22n, isWithdrawn: false }
const actAt = (seconds: number, changed: Partial<Standing> = {}) =>
  dueOf({ ...open, ...changed }, after(seconds))?.act ?? null

test('a raffle is drawn from its close until the window ends, and then it expires', () => {
  expect([-1, 0, DRAW_WINDOW - 1, DRAW_WINDOW].map((each) => actAt(each))).toEqual([
    ...[null, 'draw', 'draw', 'expire'],
  ])
  expect(dueOf(open, after(0))).toEqual({ act: 'draw', raffleId: 7n, round: 22n })
})

test('one that its operator called off is cancelled while it is open; afterwards it is drawn as any other', () => {
  expect([-1, 0].map((each) => actAt(each, { isWithdrawn: true }))).toEqual(['cancel', 'draw'])
})

test('a drawn one is settled, and nothing more is done about one that ended', () => {
  expect(actAt(60, { state: 'drawn' })).toBe('settle')
  const ends = ['settled', 'cancelled', 'expired'] as const
  expect(ends.map((state) => actAt(DRAW_WINDOW, { state }))).toEqual([null, null, null])
})
