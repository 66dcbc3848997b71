import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { SESSION_HOURS } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import { type Member, memberShape } from '../../core/member/shape.ts'
import { readMember } from '../../db/members/read.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { startSession } from '../auth/start.ts'
import type { Api, Env } from './context.ts'

export const memberSchema = memberShape.meta({ id: 'Member' })
export const signedInShape = z.object({ token: z.string(), member: memberSchema }).meta({ id: 'SignedIn' })

/** Starts a session, sets its cookie and returns what a sign-in answers. */
export async function signIn(
  c: Context<Env>,
  api: Api,
  { memberId, previous }: { memberId: string; previous?: string },
): Promise<{ token: string; member: Member }> {
  const userAgent = c.req.header('user-agent') ?? null
  const token = await startSession(api, { memberId, userAgent, previous })
  setCookie(c, cookieNames(api.origin).session, token, cookieOptions(api.origin, SESSION_HOURS * 3600))
  return { token, member: await memberOr401(api, memberId) }
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
  const member = await readMember(api.sql, memberId)
  if (!member) throw gone()
  return member
}
