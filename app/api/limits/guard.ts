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
 * The member whom a token of ours names, where members count. The session is not looked up: an ended one still says truly
 * who is asking.
 */
async function memberOf(
  c: Context<Env>,
  { keys, origin, now }: Api,
  { byNetwork }: Rule,
): Promise<string | undefined> {
  const token =
    bearerOf(c.req.header('authorization')) ?? cookieOf(c.req.header('cookie'), cookieNames(origin).session)
  const claims = token && !byNetwork ? await readToken(keys, token, now()) : undefined
  return claims?.memberId
}

/**
 * Every route has its limit per caller, who is a member or the network that a stranger asks from; above it the answer is 429, and
 * Retry-After says when to come back.
 */
export function limited(api: Api): MiddlewareHandler<Env> {
  return async (c, next) => {
    const matched = routeOf(c)
    const route = `${matched?.method ?? c.req.method} ${matched?.path ?? 'nothing'}`
    const rule = ruleFor(route)
    const memberId = await memberOf(c, api, rule)
    c.set('memberId', memberId)
    const caller = memberId === undefined ? `network:${networkOf(addressOf(c))}` : `member:${memberId}`
    const seconds = await api.limits(rule, `${route}|${caller}`)
    if (seconds === undefined) return next()
    const error = new Final({
      code: 'limit.reached',
      message: 'You asked for this too often.',
      fix: `Wait ${seconds} seconds, then go on more slowly.`,
    })
    return problem({ error, requestId: c.get('requestId'), headers: { 'retry-after': String(seconds) } })
  }
}
