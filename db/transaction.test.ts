import { expect, onTestFinished, test } from 'vitest'
import { databaseForTest } from '../test/support/database.ts'
import { connect } from './client.ts'
import { inTransaction } from './transaction.ts'

test.each([true, false])(
  'opens the connection it needs, at first and when one was lost (arrays: %s)',
  async (arrays) => {
    const { ownerUrl } = await databaseForTest()
    const sql = connect(ownerUrl, { name: 'cut', max: 1, arrays })
    const owner = connect(ownerUrl, { name: 'owner', max: 1 })
    onTestFinished(async () => void (await Promise.all([sql.end({ timeout: 1 }), owner.end()])))
    const backend = () =>
      inTransaction(sql, async (tx) => (await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid)
    const first = await backend()
    await owner`select pg_terminate_backend(${first ?? 0}, 5000)`
    await expect.poll(() => backend().catch(() => first)).not.toBe(first)
  },
)

test('work that keeps the only connection longer than is waited for at once is waited for again, and no connection is lost', async () => {
  const { ownerUrl } = await databaseForTest()
  const sql = connect(ownerUrl, { name: 'busy', max: 1 })
  onTestFinished(() => sql.end({ timeout: 1 }))
  const ask = (statement: string) => inTransaction(sql, (tx) => tx.unsafe(statement))
  const [, ...rows] = await Promise.all([ask('select pg_sleep(3)'), ask('select 1'), ask('select 2')])
  expect(rows).toHaveLength(2)
  expect(await ask('select 3')).toHaveLength(1)
})
