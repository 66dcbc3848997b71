import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, HonoRequest } from 'hono'
import type { Credentials } from '../auth/session.ts'

/** What the request says about who asks. */
export function credentialsOf({ req }: { req: Pick<HonoRequest, 'header'> }): Credentials {
  return { authorization: req.header('authorization'), cookie: req.header('cookie') }
}

/**
 * The address to count failed sign-ins by. We listen on loopback, so a peer elsewhere comes through a reverse proxy,
 * which appends the address it saw as the last of x-forwarded-for; whatever stands before that is the client's own word.
 */
export function addressOf(c: Context): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded || (getConnInfo(c).remote.address ?? 'unknown')
}
