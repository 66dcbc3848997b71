import { racedSince, sessionEnds } from '../../core/auth/lifetime.ts'
import { hashPart, newPart, presentedBy, writeRefresh } from '../../core/auth/refresh.ts'
import { Final } from '../../core/errors.ts'
import type { Logger } from '../../core/log.ts'
import type { AuthDeps } from './session.ts'
import { accessToken, type Tokens } from './start.ts'

const unknown = () =>
  new Final({
    code: 'auth.refresh',
    message: 'The refresh token is not one of a session that stands.',
    fix: 'Sign in again.',
  })
const raced = () =>
  new Final({
    code: 'auth.raced',
    message: 'This refresh token was exchanged a moment ago.',
    fix: 'Go on with the tokens of that exchange.',
  })
const reused = () =>
  new Final({
    code: 'auth.reused',
    message: 'This refresh token was used before, so its session was ended.',
    fix: 'Sign in again.',
  })

/**
 * Exchanges a refresh token for a new pair (RFC 9700 §4.14.2). Each works once. One that comes a second time means that
 * two have copies: the session ends for both. Within ten seconds of its exchange it is taken for the other tab of the
 * same browser: then it gives nothing at all and ends nothing, that browser has the new cookies already.
 * @throws Final `auth.refresh` for one that is not of a session that stands, `auth.reused`, `auth.raced`
 */
export async function refreshSession(deps: AuthDeps & { logger: Logger }, token: string): Promise<Tokens> {
  const now = deps.now()
  const given = await presentedBy(token)
  if (!given) throw unknown()
  const secret = newPart()
  const exchanged = await deps.stores.sessions.exchange({
    presented: given.presented,
    next: await hashPart(secret),
    now,
    expiresAt: sessionEnds(now).expiresAt,
    racedSince: racedSince(now),
  })
  if (exchanged.outcome === 'unknown') throw unknown()
  if (exchanged.outcome === 'raced') throw raced()
  if (exchanged.outcome === 'reused') {
    deps.logger.warn({ memberId: exchanged.memberId }, 'a refresh token was used again; its session is ended')
    throw reused()
  }
  const { id, memberId } = exchanged.session
  const access = await accessToken(deps, { memberId, sessionId: id })
  return { access, refresh: writeRefresh(id, { family: given.family, secret }) }
}
