import { expect, test } from 'vitest'
import { judgeRelayer } from './relayer.ts'

const now = new Date('2026-01-01T12:00:00Z')
const relayer = `0x${'aB'.repeat(20)}`
const beats = (requests_left: number, seconds = 1) => [
  {
    component: 'relayer',
    at: new Date(now.getTime() - seconds * 1000),
    detail: { relayer, balance: '5', requests_left },
  },
]
const idle = { waiting: 0, oldest_seconds: null }

test('a relayer with gas and without a queue is well, and says how far its gas goes', () => {
  expect(judgeRelayer(beats(1000), idle, now)).toEqual({
    ...{ status: 'ok', detail: 'Pays for 1,000 requests; 0 wait.', address: relayer.toLowerCase() },
    ...{ balance: '5', requests_left: 1000, waiting: 0, oldest_seconds: null },
  })
})

test('low gas is a warning, none is down, and both name the account to send it to', () => {
  expect(judgeRelayer(beats(999), idle, now)).toMatchObject({
    status: 'degraded',
    detail: expect.stringContaining(relayer),
  })
  expect(judgeRelayer(beats(0), idle, now)).toMatchObject({
    status: 'down',
    detail: expect.stringContaining(relayer),
  })
})

test('a queue that stands still, a silent worker and one that never ran are told', () => {
  const stuck = { waiting: 3, oldest_seconds: 121 }
  expect(judgeRelayer(beats(1000), stuck, now)).toMatchObject({
    status: 'degraded',
    detail: '3 requests wait, the oldest for 121 s.',
  })
  expect(judgeRelayer(beats(1000), { ...stuck, oldest_seconds: 119 }, now).status).toBe('ok')
  expect(judgeRelayer(beats(1000, 91), idle, now)).toMatchObject({ status: 'degraded' })
  expect(judgeRelayer([], idle, now)).toMatchObject({ status: 'degraded', address: null, waiting: 0 })
})
