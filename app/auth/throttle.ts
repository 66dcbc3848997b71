import { Final } from '../../core/errors.ts'
import { networkOf } from '../http/network.ts'
import type { AuthDeps } from './session.ts'

const WINDOW_SECONDS = 15 * 60
const PER_ACCOUNT = 10
/** Many members may share one address (a school, a phone network). */
const PER_ADDRESS = 100

/** A guess at a password: at which account, from where. */
export type Guess = {
  /** `login:` and what was typed (never the member found by it), or `confirm:` and the member who is signed in. */
  account: string
  address: string
}

/**
 * Counts a guess before it is looked at. @returns takes it back, for one who was right
 * A login is counted by the text that was typed: counted by the member it leads to, the throttle itself would tell
 * that a name and an email belong together.
 * @throws Final `auth.throttled`
 */
export async function countGuess(deps: AuthDeps, guess: Guess): Promise<() => Promise<void>> {
  const account = guess.account.toLowerCase()
  // Of IPv6 the /64: one who has it has all its addresses to guess from.
  const address = `address:${networkOf(guess.address)}`
  const subjects = [account, address]
  const counts = await deps.stores.attempts.count({
    subjects,
    now: deps.now(),
    windowSeconds: WINDOW_SECONDS,
  })
  if ((counts.get(account) ?? 0) > PER_ACCOUNT || (counts.get(address) ?? 0) > PER_ADDRESS)
    throw new Final({
      code: 'auth.throttled',
      message: 'Too many failed sign-ins.',
      fix: 'Wait a quarter of an hour, or use your wallet.',
    })
  return () => deps.stores.attempts.forgive(subjects)
}
