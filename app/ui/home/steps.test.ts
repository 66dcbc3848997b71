import { expect, test } from 'vitest'
import { doneOf, type Facts, nowOf } from './steps.ts'

const nothing: Facts = { me: { karma_earned: '0' }, raffles: [], purchases: [], sawLive: false }
const ticket = { wallet: '0x01' as const, ticket: 0, refunded: false, place: null, claimed: false }

test('nothing is done by being asked for', () => {
  const done = doneOf({
    ...nothing,
    raffles: [{ state: 'open', mine: [] }],
    purchases: [{ state: 'queued' }, { state: 'walking' }, { state: 'not-ordered' }],
  })
  expect(done).toEqual({ earn: false, enter: false, live: false, walk: false })
})

test('each step is done by what was said of it', () => {
  expect(doneOf({ ...nothing, me: { karma_earned: '1' } }).earn).toBe(true)
  expect(doneOf({ ...nothing, raffles: [{ state: 'drawn', mine: [ticket] }] }).enter).toBe(true)
  expect(doneOf({ ...nothing, sawLive: true }).live).toBe(true)
  expect(doneOf({ ...nothing, purchases: [{ state: 'dry-run' }] }).walk).toBe(true)
})

test('the next thing is the first that can be done', () => {
  const none = { earn: false, enter: false, live: false, walk: false }
  expect(nowOf(none, [])).toBe('earn')
  expect(nowOf({ ...none, earn: true }, ['enter'])).toBe('live')
  expect(nowOf({ earn: true, enter: false, live: true, walk: true }, ['enter'])).toBeUndefined()
})
