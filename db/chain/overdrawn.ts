import postgres from 'postgres'
import { Final } from '../../core/errors.ts'

/** An account below zero as a sentence; any other error as it is. */
export function asOverdrawn(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError) || error.constraint_name !== 'account_balance_check')
    return error
  return new Final({
    code: 'chain.overdrawn',
    message: 'An account of the token sent more than it got by all transfers that were mirrored.',
    fix: 'Begin at the block of the token’s first transfer or earlier. A token whose balances change without Transfer events cannot be mirrored.',
    cause: error,
  })
}
