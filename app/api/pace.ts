import type { MiddlewareHandler } from 'hono'
import type { TokenClaims } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import type { PacedAct } from '../../core/moderation/pace.ts'
import { rulesNow } from '../../db/karma/effective.ts'
import { levelOf } from '../../db/karma/standing.ts'
import { networkOf } from '../http/network.ts'
import type { Api, Env } from './context.ts'
import { addressOf } from './credentials.ts'
import { newcomers, paceRule } from './limits/rules.ts'
import { membersOnly } from './members-only.ts'
import { problem } from './problem.ts'

type MemberEnv = Env & { Variables: { session: TokenClaims } }
type Asking = { memberId: string; act: PacedAct; address: string }

/** Seconds until this member may do this again, by the trust that they have; undefined when they may now. */
async function waitOf(api: Api, { memberId, act, address }: Asking): Promise<number | undefined> {
  const { ruleset } = await rulesNow(api.sql)
  const level = await levelOf(api.sql, ruleset, { memberId, now: api.now() })
  const wait = await api.limits(paceRule(act, level), memberId)
  if (wait !== undefined || level !== 'new') return wait
  return api.limits(newcomers, networkOf(address))
}

/**
 * As membersOnly, for what a member does only so often: on top of the route's own limit, counted over all routes of this
 * act, and more of it to who is trusted more.
 */
export function pacedMembers(api: Api, act: PacedAct) {
  const members = membersOnly(api)
  const inPace: MiddlewareHandler<MemberEnv> = async (c, next) => {
    const { memberId } = c.get('session')
    const seconds = await waitOf(api, { memberId, act, address: addressOf(c) })
    if (seconds === undefined) return next()
    const error = new Final({
      code: 'limit.reached',
      message: 'You did this as often as your trust level lets you for now.',
      fix: `Wait ${seconds} seconds. Karma earned and time raise the level: see your standing.`,
    })
    return problem({ error, requestId: c.get('requestId'), headers: { 'retry-after': String(seconds) } })
  }
  const middleware: [typeof members.middleware, typeof inPace] = [members.middleware, inPace]
  return { ...members, middleware }
}
