import type { MiddlewareHandler } from 'hono'
import type { TokenClaims } from '../../core/auth/token.ts'
import { Final } from '../../core/errors.ts'
import { isAtLeast, type Role } from '../../core/member/role.ts'
import { roleOf } from '../../db/members/role.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'

type MemberEnv = Env & { Variables: { session: TokenClaims } }

/**
 * As membersOnly, for a route that asks for a role. The role is read at each request, never from the token: who loses
 * one loses it at once.
 */
export function rolesOnly(api: Api, needed: Role) {
  const members = membersOnly(api)
  const hasRole: MiddlewareHandler<MemberEnv> = async (c, next) => {
    if (!isAtLeast(await roleOf(api.sql, c.get('session').memberId), needed))
      throw new Final({
        code: 'auth.role',
        message: `This is for ${needed === 'admin' ? 'admins' : 'moderators'}.`,
        fix: 'Ask one of them to do it.',
      })
    await next()
  }
  // A tuple, not a list: only of a tuple does the route know what its context holds.
  const middleware: [typeof members.middleware, typeof hasRole] = [members.middleware, hasRole]
  return { ...members, middleware }
}
