import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { ACCESS_SECONDS, IDLE_SECONDS } from '../../core/auth/lifetime.ts'
import { Final } from '../../core/errors.ts'
import { type Member, memberShape } from '../../core/member/shape.ts'
import { readMember } from '../../db/members/read.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { startSession, type Tokens } from '../auth/start.ts'
import type { Api } from './context.ts'
import { rememberDevice } from './device.ts'

export const memberSchema = memberShape.meta({ id: 'Member' })
const tokens = {
  token: z.string(),
  /** Seconds the token is good for. */
  expires_in: z.int(),
  /** For API clients; a browser gets it as a cookie that scripts cannot read. */
  refresh_token: z.string().optional(),
}
export const tokensShape = z.object(tokens).meta({ id: 'Tokens' })
export const signedInShape = z.object({ ...tokens, member: memberSchema }).meta({ id: 'SignedIn' })

/** Browsers send Origin on every unsafe request, other clients do not: only they are given cookies. */
export function isOurBrowser(c: Context, { origin }: Api): boolean {
  return c.req.header('origin') === origin
}

/** Hands the tokens out: to our own pages as cookies, to any other client in the answer. */
export function giveTokens(c: Context, api: Api, { access, refresh }: Tokens): z.infer<typeof tokensShape> {
  const answer = { token: access, expires_in: ACCESS_SECONDS }
  if (!isOurBrowser(c, api)) return { ...answer, refresh_token: refresh }
  const names = cookieNames(api.origin)
  setCookie(c, names.session, access, cookieOptions(api.origin, ACCESS_SECONDS))
  setCookie(c, names.refresh, refresh, cookieOptions(api.origin, IDLE_SECONDS))
  return answer
}

/** Takes both cookies back. */
export function takeTokens(c: Context, { origin }: Api): void {
  const { session, refresh } = cookieNames(origin)
  for (const name of [session, refresh]) deleteCookie(c, name, cookieOptions(origin, 0))
}

type Previous = { id: string; memberId: string }

/**
 * Starts a session and returns what a sign-in answers. The session that asked, if any, ends: a new sign-in never leaves
 * an older one of the same browser alive.
 */
export async function signIn(
  c: Context,
  api: Api,
  { memberId, previous }: { memberId: string; previous?: Previous | undefined },
): Promise<z.infer<typeof signedInShape>> {
  const userAgent = c.req.header('user-agent') ?? null
  const given = await startSession(api, { memberId, userAgent })
  if (previous) await api.stores.sessions.end(previous)
  // A member who leaves in this moment is not let in again.
  const member = await memberOr401(api, memberId)
  if (isOurBrowser(c, api)) await rememberDevice(c, api, memberId)
  return { ...giveTokens(c, api, given), member }
}

/** What the last session of a member who has just left is told. */
export function gone(): Final {
  return new Final({
    code: 'auth.required',
    message: 'This account was deleted.',
    fix: 'Sign in with another one, or become a member again.',
  })
}

/** The member of a session. @throws Final `auth.required` when the member left while the session was looked at */
export async function memberOr401(api: Api, memberId: string): Promise<Member> {
  const member = await readMember(api.sql, api.vault, memberId)
  if (!member) throw gone()
  return member
}
