import { later } from '../../core/auth/lifetime.ts'
import type { TokenClaims } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import { CONFIRMED_MINUTES } from '../../core/member/rest.ts'
import { confirmedAt } from '../../db/members/confirmed.ts'
import type { AuthDeps } from './session.ts'

/** Until when this session's last proof of who it is counts; null when it does no more. A sign-in is such a proof. */
export async function confirmedUntil(deps: AuthDeps, session: TokenClaims): Promise<Date | null> {
  const { memberId, sessionId } = session
  const started = (await deps.stores.sessions.read(sessionId, deps.now()))?.createdAt
  const at = (await confirmedAt(deps.sql, { memberId, sessionId })) ?? started
  const until = later(at ?? new Date(0), CONFIRMED_MINUTES * 60)
  return until > deps.now() ? until : null
}

/**
 * Lets pass only a session that lately proved who it is: what changes the ways in is not for whoever finds a browser
 * open (OWASP ASVS 5, 7.5.1).
 * @throws Final `auth.confirm`
 */
export async function requireConfirmed(deps: AuthDeps, session: TokenClaims): Promise<void> {
  if (await confirmedUntil(deps, session)) return
  throw new Final({
    code: 'auth.confirm',
    message: 'This needs a fresh proof that it is you.',
    fix: 'Confirm with your password or a wallet of yours (POST /api/me/confirm), then try again.',
  })
}
