import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { countActive, noteActive } from './active.ts'

const now = new Date('2026-05-20T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())

async function people(name: string, size: number): Promise<string[]> {
  const members = Array.from({ length: size }, (_, n) => addMember(database.app, `${name}_${n}`))
  return (await Promise.all(members)).map(({ id }) => id)
}
const cleared = () => database.app`delete from app.active_day`

test('everyone active in the window is counted once, however many days a few were there before', async () => {
  await cleared()
  const [old, fresh] = [await people('old', 12), await people('fresh', 30)]
  for (let days = 30; days > 0; days--) await noteActive(database.app, { memberIds: old, now: daysAgo(days) })
  await noteActive(database.app, { memberIds: fresh, now })
  expect(await countActive(database.app, now)).toBe(42)
  expect(await countActive(database.app, daysAgo(1))).toBe(12)
  expect(await countActive(database.app, daysAgo(-30))).toBe(30)
  expect(await countActive(database.app, daysAgo(-31))).toBe(0)
})

test('two who confirm each other at once do not lock each other out', async () => {
  await cleared()
  const [one = '', other = ''] = (await people('pair', 2)).sort()
  const { app } = database
  const held = await app.reserve()
  await held`begin`
  await noteActive(held, { memberIds: [one], now })
  const [opened] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`
  const second = noteActive(app, { memberIds: [other, one], now })
  const isBlocked = async () => {
    const rows =
      await app`select 1 from pg_stat_activity where ${opened?.pid ?? 0} = any(pg_blocking_pids(pid))`
    return rows.length
  }
  await expect.poll(isBlocked).toBe(1)
  await noteActive(held, { memberIds: [other], now })
  await held`commit`
  held.release()
  await second
  expect(await countActive(app, now)).toBe(2)
})
