import { parseSiweMessage } from 'viem/siwe'
import { Final } from '../../core/errors.ts'
import { type Purpose, statements } from '../../core/member/statements.ts'

/**
 * Refuses a message that was not signed for this: a signature given for one purpose is none for another. Says nothing
 * of the rest of the message, which `proveWallet` checks.
 * @throws Final `auth.message`
 */
export function requirePurpose(message: string, purpose: Purpose): void {
  if (parseSiweMessage(message).statement === statements[purpose]) return
  throw new Final({
    code: 'auth.message',
    message: 'The signed message is for something else.',
    fix: `Sign one with this statement: ${statements[purpose]}`,
  })
}
