import { isConnectionLost } from './failure.ts'

/** What postgres.js asks first on each new connection. */
const TYPES = /from pg_catalog\.pg_type\b/

/** True for the error of that question when the connection was lost before it was answered. */
export function isLostLogin(error: unknown): boolean {
  return isConnectionLost(error) && TYPES.test(String((error as { query?: unknown }).query))
}

type Unhandled = { on: (event: 'unhandledRejection', listener: (reason: unknown) => void) => unknown }

/**
 * Keeps the process alive when a connection is lost while it is opened. postgres.js 3.4.9 asks for array types then, in a
 * promise of its own that nobody can catch (`fetchArrayTypes`); whoever waits for the connection is told, or gets the next
 * one. Any other rejection that nobody caught ends the process as ever.
 */
export function surviveLostLogins(process: Unhandled): void {
  process.on('unhandledRejection', (reason) => {
    if (!isLostLogin(reason)) throw reason
  })
}
