import { Retryable } from '../core/errors.ts'

/** SQLSTATE classes and codes of a server that goes away, is not up yet, or asks to run the transaction again. */
const SQLSTATES = /^(08...|57P0[1-3]|53300|40001|40P01)$/
const DRIVER = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$)/

/** A lost connection as Retryable `db.unreachable`; any other error as it is. */
export function asRetryable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Retryable || !(SQLSTATES.test(code) || DRIVER.test(code))) return error
  return new Retryable({
    code: 'db.unreachable',
    message: `Postgres does not answer: ${(error as Error).message || code}.`,
    fix: 'Check that the server is running and lets this user in.',
    cause: error,
  })
}
