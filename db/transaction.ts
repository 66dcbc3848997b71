import { Retryable } from '../core/errors.ts'
import type { Db, Sql } from './client.ts'
import { isConnectionLost } from './failure.ts'

/** Milliseconds after which a reservation was forgotten. */
const RESERVE_MS = 5_000

function forgotten(): Retryable {
  return new Retryable({
    code: 'db.unreachable',
    message: 'Postgres does not answer: a connection was lost while a transaction waited for it.',
    fix: 'Check that the server is running and lets this user in.',
  })
}

/**
 * Of a client that does not ask for array types, postgres.js 3.4.9 forgets a reservation for which it has to open the
 * connection: a query opens it first. One that is lost in just that moment is given up, for the caller to start anew.
 */
async function reserve(sql: Sql) {
  if (sql.options.fetch_types) return sql.reserve()
  await sql`select 1`
  const reserved = sql.reserve()
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(forgotten()), RESERVE_MS)
    const stop = () => clearTimeout(timer)
    reserved.then(stop, stop)
  })
  return Promise.race([reserved, late])
}

/**
 * Runs the work in one transaction of its own connection; any error rolls all of it back.
 * In place of `sql.begin`, which in postgres.js 3.4.9 sends its rollback into a connection that was just lost, and that
 * ends the process by an exception nobody can catch (porsager/postgres issue 1208).
 */
export async function inTransaction<Result>(sql: Sql, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const tx = await reserve(sql)
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
