import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttleLatest } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first at once, then the latest once per span, and the last is never lost', () => {
  const seen: number[] = []
  const { push } = throttleLatest(1000, (value: number) => seen.push(value))
  for (const value of [1, 2, 3]) push(value)
  expect(seen).toEqual([1])
  vi.advanceTimersByTime(1000)
  expect(seen).toEqual([1, 3])
  push(4)
  vi.advanceTimersByTime(999)
  expect(seen).toEqual([1, 3])
  vi.advanceTimersByTime(1)
  expect(seen).toEqual([1, 3, 4])
  vi.advanceTimersByTime(5000)
  push(5)
  expect(seen).toEqual([1, 3, 4, 5])
})

test('stopped, it says no more', () => {
  const seen: number[] = []
  const { push, stop } = throttleLatest(1000, (value: number) => seen.push(value))
  push(1)
  push(2)
  stop()
  vi.advanceTimersByTime(5000)
  expect(seen).toEqual([1])
})
