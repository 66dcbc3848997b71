import { Retryable } from '../core/errors.ts'

/** SQLSTATEs of a server that goes away, is not up yet, or asks to run the transaction again. */
const LOST = /^(08...|57P0[1-3])$/
const TRANSIENT = /^(53300|40001|40P01)$/
/** What `statement_timeout` and `lock_timeout` (db/web.ts) end. */
const SLOW = /^(57014|55P03)$/
const DRIVER = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$)/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** True when the connection that gave this error is of no more use. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  return LOST.test(code) || DRIVER.test(code)
}

function tooSlow(cause: unknown): Retryable {
  return new Retryable({
    code: 'db.slow',
    message: 'The database took too long for this.',
    fix: 'Try again in a moment; ask for less if it stays.',
    cause,
  })
}

/** What a second try may cure as Retryable `db.unreachable` or `db.slow`; any other error as it is. */
export function asRetryable(error: unknown): unknown {
  if (SLOW.test(codeOf(error))) return tooSlow(error)
  if (!isConnectionLost(error) && !TRANSIENT.test(codeOf(error))) return error
  return new Retryable({
    code: 'db.unreachable',
    message: `Postgres does not answer: ${(error as Error).message || codeOf(error)}.`,
    fix: 'Check that the server is running and lets this user in.',
    cause: error,
  })
}
