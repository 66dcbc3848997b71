import { parse } from 'hono/utils/cookie'
import { readToken, type TokenClaims, type TokenKeys } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../../db/client.ts'
import { isLive } from '../../db/sessions/live.ts'
import { cookieNames } from './cookies.ts'

export type AuthDeps = { sql: Sql; keys: TokenKeys; origin: string; now: () => Date }
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

/**
 * Who asks: a Bearer token counts before the cookie. A cookie that is no longer good makes an anonymous reader (the
 * browser sends it whether one wants or not); a Bearer token that is not good is an error, the client chose to send it.
 * @throws Final `auth.required` for a Bearer token that is not good
 */
export async function readSession(deps: AuthDeps, given: Credentials): Promise<TokenClaims | undefined> {
  const bearer = bearerOf(given.authorization)
  const token = bearer ?? cookieOf(given.cookie, cookieNames(deps.origin).session)
  const claims = token ? await readToken(deps.keys, token, deps.now()) : undefined
  const { sessionId: id, memberId } = claims ?? {}
  const live = id && memberId && (await isLive(deps.sql, { id, memberId, now: deps.now() }))
  if (live) return claims
  if (given.authorization !== undefined)
    throw unauthorized('The Bearer token is not valid, or its session has ended.')
  return undefined
}

/** The same where a member is needed. @throws Final `auth.required` */
export async function requireSession(deps: AuthDeps, given: Credentials): Promise<TokenClaims> {
  const claims = await readSession(deps, given)
  if (!claims) throw unauthorized('This needs a signed-in member.')
  return claims
}
