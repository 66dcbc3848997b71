import { Retryable } from '../core/errors.ts'

/** SQLSTATEs of a server that goes away, is not up yet, or asks to run the transaction again. */
const LOST = /^(08...|57P0[1-3])$/
const TRANSIENT = /^(53300|40001|40P01)$/
const DRIVER = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$)/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** True when the connection that gave this error is of no more use. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  return LOST.test(code) || DRIVER.test(code)
}

/** What a second try may cure as Retryable `db.unreachable`; any other error as it is. */
export function asRetryable(error: unknown): unknown {
  if (!isConnectionLost(error) && !TRANSIENT.test(codeOf(error))) return error
  return new Retryable({
    code: 'db.unreachable',
    message: `Postgres does not answer: ${(error as Error).message || codeOf(error)}.`,
    fix: 'Check that the server is running and lets this user in.',
    cause: error,
  })
}
