import { expect, test } from 'vitest'
import { paceOf, progressLine } from './progress.ts'

const progress = { began: 1_000, number: 3_000, head: 13_000, events: 50_000, seconds: 4 }

test('blocks, events a second and the time left, by this run alone', () => {
  expect(paceOf(progress)).toEqual({ blocks_left: 10_000, events_per_second: 12_500, seconds_left: 20 })
  expect(progressLine(progress)).toBe('block 3,000 of 13,000 | 50,000 events, 12,500/s | 20 s left')
})

test('minutes and hours', () => {
  expect(progressLine({ ...progress, seconds: 400 })).toMatch(/\| 33 min left$/)
  expect(progressLine({ ...progress, seconds: 20_000 })).toMatch(/\| 28 h left$/)
})

test('nothing mirrored yet, and nothing left', () => {
  const first = { began: -1, number: -1, head: 9, events: 0, seconds: 0 }
  expect(progressLine(first)).toBe('block 0 of 9 | 0 events, 0/s | time left unknown')
  expect(progressLine({ ...progress, number: 13_001 })).toBe(
    'block 13,001 of 13,001 | 50,000 events | in step with the chain',
  )
})
