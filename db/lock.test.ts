import { expect, test } from 'vitest'
import { databaseForTest } from '../test/support/database.ts'
import { connect } from './client.ts'
import { withLock } from './lock.ts'

const nothing = async () => undefined

test('one holder at a time, by name; free again when the work is done or fails', async () => {
  const { app } = await databaseForTest()
  await withLock(app, 'one', async () => {
    expect(await withLock(app, 'one', nothing)).toBe(false)
    expect(await withLock(app, 'other', nothing)).toBe(true)
  })
  const failing = withLock(app, 'one', () => Promise.reject(new Error('at work')))
  await expect(failing).rejects.toThrow('at work')
  expect(await withLock(app, 'one', nothing)).toBe(true)
})

test('a lost connection is told to the work, and the lock is free', async () => {
  const { app, ownerUrl } = await databaseForTest()
  const owner = connect(ownerUrl, { name: 'owner', max: 1 })
  const told = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = withLock(app, 'one', async (lost) => {
    lost.addEventListener('abort', () => told.resolve())
    held.resolve()
    await told.promise
  })
  const rejected = expect(holding).rejects.toThrow()
  await held.promise
  await owner`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`
  await owner.end()
  await rejected
  await told.promise
  await expect.poll(() => withLock(app, 'one', nothing)).toBe(true)
})
