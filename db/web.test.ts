import { expect, onTestFinished, test } from 'vitest'
import { databaseForTest } from '../test/support/database.ts'
import { asRetryable } from './failure.ts'
import { connectWeb } from './web.ts'

test("the web's statements end after seconds, and that is said as something to try again", async () => {
  const { appUrl } = await databaseForTest()
  const sql = connectWeb(appUrl)
  onTestFinished(() => sql.end())
  const [row] = await sql<{ statements: string; locks: string }[]>`
    select current_setting('statement_timeout') as statements, current_setting('lock_timeout') as locks`
  expect(row).toEqual({ statements: '8s', locks: '4s' })
  await sql`set statement_timeout = 50`
  const error: unknown = await sql`select pg_sleep(60)`.catch((thrown: unknown) => thrown)
  expect(asRetryable(error)).toMatchObject({ name: 'Retryable', code: 'db.slow', status: 503 })
})

test('who waits for a lock that stays gives up', async () => {
  const { appUrl, app } = await databaseForTest()
  const sql = connectWeb(appUrl)
  onTestFinished(() => sql.end())
  const holder = await app.reserve()
  await holder`begin`
  await holder`lock table app.member`
  const waiter = await sql.reserve()
  await waiter`set lock_timeout = 50`
  const error: unknown = await waiter`select 1 from app.member`.catch((thrown: unknown) => thrown)
  expect(asRetryable(error)).toMatchObject({ name: 'Retryable', code: 'db.slow' })
  await holder`rollback`
  waiter.release()
  holder.release()
})
