import { expect, test } from 'vitest'
import { judgePayer, raffler } from './payer.ts'

const now = new Date('2026-01-01T12:00:00Z')
const account = `0x${'aB'.repeat(20)}`
const judge = (calls_left: number, seconds = 1) => {
  const at = new Date(now.getTime() - seconds * 1000)
  const beats = [{ component: 'raffler', at, detail: { account, balance: '5', calls_left } }]
  return judgePayer(beats, raffler, now)
}

test('an account with gas is well, and says how far that goes', () => {
  expect(judge(100)).toEqual({ status: 'ok', detail: 'Pays for 100 calls.' })
})

test('low gas is a warning, none is down, and both name the account to send it to', () => {
  const to = expect.stringContaining(account)
  expect(judge(99)).toMatchObject({ status: 'degraded', detail: to })
  expect(judge(0)).toMatchObject({ status: 'down', detail: to })
})

test('one that fell silent is told; where nobody set its key, nothing is amiss', () => {
  expect(judge(100, 91)).toMatchObject({ status: 'degraded', detail: expect.stringContaining('91 s') })
  const none = { status: 'ok', detail: expect.stringContaining('RAFFLE_KEY') }
  expect(judgePayer([], raffler, now)).toMatchObject(none)
  expect(judge(0, 86_401)).toMatchObject(none)
})
