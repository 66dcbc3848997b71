import type { MiddlewareHandler } from 'hono'
import { hasCardNumber } from '../../core/card.ts'
import { Final } from '../../core/errors.ts'
import { bearerOf } from '../auth/session.ts'
import type { Env } from './context.ts'
import { badJson } from './failure.ts'

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

/** Every text and number inside a JSON value, keys included. A stack, not recursion: 64 KB of "[" is valid JSON. */
function textsOf(value: unknown): string[] {
  const texts: string[] = []
  const stack = [value]
  while (stack.length > 0) {
    const item = stack.pop()
    if (typeof item === 'string' || typeof item === 'number') texts.push(String(item))
    else if (typeof item === 'object' && item !== null)
      // Indexes of an array are keys too, and too short to matter.
      for (const [key, inner] of Object.entries(item)) stack.push(key, inner)
  }
  return texts
}

function refuseCard(texts: Iterable<string>): void {
  for (const text of texts)
    if (hasCardNumber(text))
      throw new Final({
        code: 'input.card-number',
        message: 'This looks like a payment card number, which SNPD never takes here.',
        fix: 'Remove it; payment details belong into the shop or into the sealed payment form.',
      })
}

/** Card numbers must not land in a column, a log or a trace: refused before anything else reads the input. */
export const noCards: MiddlewareHandler<Env> = async (c, next) => {
  refuseCard(Object.values(c.req.query()))
  if (!safe.has(c.req.method) && c.req.header('content-type')?.includes('json')) {
    const text = await c.req.text()
    refuseCard(textsOf(parseJson(text)))
  }
  await next()
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badJson(cause)
  }
}
