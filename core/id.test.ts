import { expect, test } from 'vitest'
import { firstIdAt, timeOfId, uuidv7 } from './id.ts'

test('is a version 7, variant 10 UUID', () => {
  expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('carries its time and sorts by it', () => {
  const early = uuidv7(1_645_557_742_000)
  expect(early.slice(0, 13)).toBe('017f22e2-79b0')
  expect(early < uuidv7(1_645_557_742_001)).toBe(true)
  expect(timeOfId(early)).toBe(1_645_557_742_000)
})

test('two in one millisecond differ', () => {
  expect(uuidv7(1)).not.toBe(uuidv7(1))
})

test('no id of a moment is below its least, and none of the one before is not', () => {
  const at = 1_645_557_742_000
  expect(uuidv7(at) > firstIdAt(new Date(at))).toBe(true)
  expect(uuidv7(at - 1) < firstIdAt(new Date(at))).toBe(true)
})
