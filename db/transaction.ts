import { Retryable } from '../core/errors.ts'
import type { Db, Sql } from './client.ts'
import { isConnectionLost } from './failure.ts'

/** Milliseconds after which a reservation is taken for forgotten. */
const RESERVE_MS = 2_000
/** A reservation may also wait for the work of others: then it is asked for again for half a minute. */
const TRIES = 15

function forgotten(): Retryable {
  return new Retryable({
    code: 'db.unreachable',
    message: 'Postgres does not answer: a connection was lost while a transaction waited for it.',
    fix: 'Check that the server is running and lets this user in.',
  })
}

/** A connection of one's own; undefined when it takes too long, and what comes later goes back. */
async function reserveOnce(sql: Sql) {
  const reserved = sql.reserve()
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => {
    reserved.then(
      (tx) => tx.release(),
      () => undefined,
    )
    resolve(undefined)
  }, RESERVE_MS)
  return Promise.race([reserved, late]).finally(() => clearTimeout(timer))
}

/**
 * postgres.js 3.4.9 forgets a reservation whose connection is lost while it is opened, and of a client that does not ask
 * for array types each one for which a connection has to be opened: there a query opens it first.
 */
async function reserve(sql: Sql) {
  if (!sql.options.fetch_types) await sql`select 1`
  // Without array types a connection stays lost with the reservation: only a new client helps.
  for (let left = sql.options.fetch_types ? TRIES : 1; left > 0; left--) {
    const tx = await reserveOnce(sql)
    if (tx) return tx
  }
  throw forgotten()
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
