import type { Context, MiddlewareHandler } from 'hono'
import { readToken } from '../../../core/auth/token.ts'
import { Final } from '../../../core/errors.ts'
import { cookieNames } from '../../auth/cookies.ts'
import { bearerOf, cookieOf } from '../../auth/session.ts'
import { networkOf } from '../../http/network.ts'
import type { Api, Env } from '../context.ts'
import { addressOf } from '../credentials.ts'
import { problem } from '../problem.ts'
import { routeOf } from '../route-of.ts'
import { type Rule, ruleFor } from './rules.ts'

/**
 * Whom a request counts for: the member whom a token of ours names, else the network it comes from. The session is not
 * looked up: an ended one still says truly who is asking.
 */
async function callerOf(c: Context<Env>, { keys, origin, now }: Api, { byNetwork }: Rule): Promise<string> {
  const token =
    bearerOf(c.req.header('authorization')) ?? cookieOf(c.req.header('cookie'), cookieNames(origin).session)
  const claims = token && !byNetwork ? await readToken(keys, token, now()) : undefined
  return claims ? `member:${claims.memberId}` : `network:${networkOf(addressOf(c))}`
}

/** Every route has its limit per caller; above it the answer is 429, and Retry-After says when to come back. */
export function limited(api: Api): MiddlewareHandler<Env> {
  return async (c, next) => {
    const matched = routeOf(c)
    const route = `${matched?.method ?? c.req.method} ${matched?.path ?? 'nothing'}`
    const rule = ruleFor(route)
    const seconds = await api.limits(rule, `${route}|${await callerOf(c, api, rule)}`)
    if (seconds === undefined) return next()
    const error = new Final({
      code: 'limit.reached',
      message: 'You asked for this too often.',
      fix: `Wait ${seconds} seconds, then go on more slowly.`,
    })
    return problem({ error, requestId: c.get('requestId'), headers: { 'retry-after': String(seconds) } })
  }
}
