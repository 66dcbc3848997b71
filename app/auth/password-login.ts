import { Final } from '../../core/errors.ts'
import { findLogin } from '../../db/members/password.ts'
import { countAttempt, forgiveAttempt } from '../../db/sessions/attempts.ts'
import { verifyPassword } from './hash.ts'
import type { Limit } from './limit.ts'
import type { AuthDeps } from './session.ts'

const WINDOW_SECONDS = 15 * 60
const PER_LOGIN = 10
/** Many members may share one address (a school, a phone network). */
const PER_ADDRESS = 100

type Attempt = { login: string; password: string; address: string }

/**
 * The id of the member with this login and password. The answer and its time are the same for a login nobody has.
 * @throws Final `auth.credentials`, `auth.throttled`; Retryable `auth.busy`
 */
export async function passwordLogin(
  deps: AuthDeps & { hashing: Limit },
  { login, password, address }: Attempt,
): Promise<string> {
  const subjects = { login: `login:${login.toLowerCase()}`, address: `address:${address}` }
  const both = Object.values(subjects)
  const counts = await countAttempt(deps.sql, {
    subjects: both,
    now: deps.now(),
    windowSeconds: WINDOW_SECONDS,
  })
  if ((counts.get(subjects.login) ?? 0) > PER_LOGIN || (counts.get(subjects.address) ?? 0) > PER_ADDRESS)
    throw new Final({
      code: 'auth.throttled',
      message: 'Too many failed sign-ins.',
      fix: 'Wait a quarter of an hour, or sign in with your wallet.',
    })
  const found = await findLogin(deps.sql, login)
  const right = await deps.hashing(() => verifyPassword(password, found?.passwordHash))
  if (!found || !right)
    throw new Final({
      code: 'auth.credentials',
      message: 'No member has this login with this password.',
      fix: 'Check both, or sign in with your wallet.',
    })
  await forgiveAttempt(deps.sql, both)
  return found.id
}
