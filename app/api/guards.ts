import type { MiddlewareHandler } from 'hono'
import { Final } from '../../core/errors.ts'
import { bearerOf } from '../auth/session.ts'
import type { Env } from './context.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
export const MAX_BODY_BYTES = 64 * 1024

/**
 * Cross-site requests cannot act: on every unsafe method without a Bearer token (which a browser never adds by
 * itself), an Origin must be ours, and where a cookie travels there must be one.
 */
export function sameOrigin(origin: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const given = c.req.header('origin')
    const exempt = safe.has(c.req.method) || bearerOf(c.req.header('authorization')) !== undefined
    const foreign = given === undefined ? c.req.header('cookie') !== undefined : given !== origin
    if (!exempt && foreign)
      throw new Final({
        code: 'auth.origin',
        message: 'This request comes from another site.',
        fix: `Send it from ${origin}, or use a Bearer token.`,
      })
    await next()
  }
}
