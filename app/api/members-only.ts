import type { MiddlewareHandler } from 'hono'
import type { TokenClaims } from '../../core/auth/token.ts'
import { requireSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'

type MemberEnv = Env & { Variables: { session: TokenClaims } }

/**
 * Spread into a route that needs a signed-in member: what OpenAPI says of it and what is checked come together. The
 * check is before the input's, so that a stranger learns nothing of what an address takes.
 */
export function membersOnly(api: Api) {
  const middleware: MiddlewareHandler<MemberEnv> = async (c, next) => {
    c.set('session', await requireSession(api, credentialsOf(c)))
    await next()
  }
  const security: Record<string, string[]>[] = [{ cookie: [] }, { bearer: [] }]
  return { middleware, security }
}
