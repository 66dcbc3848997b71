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
