import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Final } from '../../core/errors.ts'
import { MAX_PHOTO_BYTES } from '../../core/photo/limits.ts'
import { bearerOf } from '../auth/session.ts'
import type { Env } from './context.ts'

import { takesPhoto } from './photo-body.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const MAX_BODY_BYTES = 64 * 1024
/** base64 of the largest picture, and the JSON around it. */
const MAX_PHOTO_BODY_BYTES = Math.ceil((MAX_PHOTO_BYTES * 4) / 3) + 1024

function within(maxSize: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Final({
        code: 'input.too-large',
        message: `The body is larger than ${maxSize / 1024} KB.`,
        fix: 'Send less.',
      })
    },
  })
}

const [asUsual, ofPhotos] = [within(MAX_BODY_BYTES), within(MAX_PHOTO_BODY_BYTES)]

/** No body is larger than its route can use. */
export const bodyWithin: MiddlewareHandler<Env> = (c, next) =>
  takesPhoto(c) ? ofPhotos(c, next) : asUsual(c, next)

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
