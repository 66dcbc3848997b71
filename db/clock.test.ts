import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createDatabase, type TestDatabase } from '../test/support/database.ts'
import { databaseNow, openClock } from './clock.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

/** A minute: far more than any answer takes, far less than the clocks are off here. */
const CLOSE_MS = 60_000

test('it is the database that says what time it is, not this process', async () => {
  const truth = Date.now()
  vi.setSystemTime(truth + 40 * 60_000)
  try {
    const clock = await openClock(db.app)
    expect(Math.abs((await databaseNow(db.app)).getTime() - truth)).toBeLessThan(CLOSE_MS)
    expect(Math.abs(clock.now().getTime() - truth)).toBeLessThan(CLOSE_MS)
    vi.setSystemTime(truth - 24 * 3_600_000)
    expect(Math.abs(clock.now().getTime() - truth)).toBeLessThan(CLOSE_MS)
    clock.stop()
  } finally {
    vi.useRealTimers()
  }
})

test('it goes on, and reads again', async () => {
  const clock = await openClock(db.app, 20)
  const first = clock.now().getTime()
  await expect.poll(() => clock.now().getTime()).toBeGreaterThan(first)
  await expect
    .poll(async () => Math.abs(clock.now().getTime() - (await databaseNow(db.app)).getTime()))
    .toBeLessThan(CLOSE_MS)
  clock.stop()
})
