import { parse } from 'hono/utils/cookie'
import { presentedBy } from '../../core/auth/refresh.ts'
import type { Session } from '../../core/auth/session-store.ts'
import type { AuthStores } from '../../core/auth/stores.ts'
import { readToken, type TokenClaims, type TokenKeys } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../../db/client.ts'
import { cookieNames } from './cookies.ts'

export type AuthDeps = { sql: Sql; stores: AuthStores; keys: TokenKeys; origin: string; now: () => Date }
/** The two request headers that can say who asks. */
export type Credentials = { authorization: string | undefined; cookie: string | undefined }

export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
}

export function cookieOf(cookie: string | undefined, name: string): string | undefined {
  return cookie === undefined ? undefined : parse(cookie, name)[name]
}

function unauthorized(message: string): Final {
  return new Final({ code: 'auth.required', message, fix: 'Sign in and try again.' })
}

/** The claims of a good access token whose session stands. */
async function readAccess(deps: AuthDeps, token: string | undefined): Promise<TokenClaims | undefined> {
  const claims = token ? await readToken(deps.keys, token, deps.now()) : undefined
  const session = claims && (await deps.stores.sessions.read(claims.sessionId, deps.now()))
  return session?.memberId === claims?.memberId ? claims : undefined
}

/**
 * Who asks: a Bearer token counts before the cookie. A Bearer token that is not good is an error, the client chose to
 * send it. A browser whose access cookie has run out but which has a refresh cookie is told to exchange that one first,
 * so that a member is never taken for a stranger; without one it is an anonymous reader.
 * @throws Final `auth.required` for a Bearer token that is not good, `auth.expired` for that browser
 */
export async function readSession(deps: AuthDeps, given: Credentials): Promise<TokenClaims | undefined> {
  const names = cookieNames(deps.origin)
  const bearer = bearerOf(given.authorization)
  const claims = await readAccess(deps, bearer ?? cookieOf(given.cookie, names.session))
  if (claims) return claims
  if (given.authorization !== undefined)
    throw unauthorized('The Bearer token is not valid, or its session has ended.')
  if (cookieOf(given.cookie, names.refresh))
    throw new Final({
      code: 'auth.expired',
      message: 'The access token has run out.',
      fix: 'POST /api/auth/refresh, then ask again.',
    })
  return undefined
}

/** The same where a member is needed. @throws Final `auth.required`, `auth.expired` */
export async function requireSession(deps: AuthDeps, given: Credentials): Promise<TokenClaims> {
  const claims = await readSession(deps, given)
  if (!claims) throw unauthorized('This needs a signed-in member.')
  return claims
}

/**
 * The session a browser has, by either cookie, with nothing exchanged. For what only reads: a page rendered on the
 * server, a socket; and for a sign-in, which ends the session before.
 */
export async function sessionOfBrowser(
  deps: AuthDeps,
  cookie: string | undefined,
): Promise<Session | undefined> {
  const names = cookieNames(deps.origin)
  const claims = await readAccess(deps, cookieOf(cookie, names.session))
  if (claims) return deps.stores.sessions.read(claims.sessionId, deps.now())
  const presented = await presentedBy(cookieOf(cookie, names.refresh) ?? '')
  return presented && deps.stores.sessions.holder(presented.presented, deps.now())
}

/**
 * The session that a sign-in takes the place of.
 * @throws Final `auth.required` for a Bearer token that is not good
 */
export async function previousSession(
  deps: AuthDeps,
  given: Credentials,
): Promise<{ id: string; memberId: string } | undefined> {
  if (given.authorization === undefined) return sessionOfBrowser(deps, given.cookie)
  const { sessionId: id, memberId } = await requireSession(deps, given)
  return { id, memberId }
}
