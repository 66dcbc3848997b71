import { Final } from '../../core/errors.ts'
import { findLogin, rehash } from '../../db/members/password.ts'
import { hashPassword, isOutdated, verifyPassword } from './hash.ts'
import type { Limit } from './limit.ts'
import type { AuthDeps } from './session.ts'
import { countGuess } from './throttle.ts'

type Attempt = { login: string; password: string; address: string }

/**
 * The id of the member with this login and password. The answer and its time are the same for a login nobody has. A
 * hash made with the parameters of another day is made anew.
 * @throws Final `auth.credentials`, `auth.throttled`; Retryable `auth.busy`
 */
export async function passwordLogin(
  deps: AuthDeps & { hashing: Limit },
  { login, password, address }: Attempt,
): Promise<string> {
  const forgive = await countGuess(deps, { account: `login:${login}`, address })
  const found = await findLogin(deps.sql, login)
  const right = await deps.hashing(() => verifyPassword(password, found?.passwordHash))
  if (!found?.passwordHash || !right)
    throw new Final({
      code: 'auth.credentials',
      message: 'No member has this login with this password.',
      fix: 'Check both, or sign in with your wallet.',
    })
  await forgive()
  const { id, passwordHash: stored } = found
  if (isOutdated(stored)) {
    const fresh = await deps.hashing(() => hashPassword(password))
    await rehash(deps.sql, { id, stored, fresh })
  }
  return id
}
