import type { Db, Sql } from './client.ts'
import { isConnectionLost } from './failure.ts'

/**
 * Runs the work in one transaction of its own connection; any error rolls all of it back.
 * In place of `sql.begin`, which in postgres.js 3.4.9 sends its rollback into a connection that was just lost, and that
 * ends the process by an exception nobody can catch (porsager/postgres issue 1208).
 */
export async function inTransaction<Result>(sql: Sql, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const tx = await sql.reserve()
  try {
    await tx`begin`
    const result = await work(tx)
    await tx`commit`
    tx.release()
    return result
  } catch (error) {
    // The pool has taken a lost connection back already.
    if (!isConnectionLost(error)) {
      await tx`rollback`
      tx.release()
    }
    throw error
  }
}
