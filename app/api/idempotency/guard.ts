import type { Context, MiddlewareHandler } from 'hono'
import { Final, isSnpdError } from '../../../core/errors.ts'
import { type Claim, claimRequest } from '../../../db/idempotency/claim.ts'
import { giveBack, keepAnswer } from '../../../db/idempotency/finish.ts'
import { cookieNames } from '../../auth/cookies.ts'
import { pepperOf } from '../../auth/pepper.ts'
import { cookieOf, readSession } from '../../auth/session.ts'
import { networkOf } from '../../http/network.ts'
import type { Api, Env } from '../context.ts'
import { addressOf, credentialsOf } from '../credentials.ts'
import { problem } from '../problem.ts'
import { fromText, toText } from './answer.ts'
import { type Locker, lockerOf, open, requestHash, seal } from './seal.ts'

const keyForm = /^[\x21-\x7e]{1,255}$/
/** Refusals that did nothing and say what to do first (sign in, prove it, wait); then the same request may be heard. */
const unheard = new Set([401, 403, 429])

/** Whose access token it is. One that has run out (a browser on its way to a refresh) names nobody here. */
async function memberOf(c: Context<Env>, api: Api): Promise<string | undefined> {
  const session = await readSession(api, credentialsOf(c)).catch((error: unknown) => {
    if (isSnpdError(error) && error.code === 'auth.expired') return undefined
    throw error
  })
  return session?.memberId
}

/**
 * Keys of different callers never meet: a member, else a browser by the cookie that tells most of it, else a network. A
 * refresh token is its own caller, so that a repeated exchange of it gets the tokens that the first one gave.
 */
async function scopeOf(c: Context<Env>, api: Api): Promise<string> {
  const memberId = await memberOf(c, api)
  if (memberId) return `member:${memberId}`
  const names = cookieNames(api.origin)
  const cookie = c.req.header('cookie')
  const browser = cookieOf(cookie, names.refresh) ?? cookieOf(cookie, names.browser)
  return browser ? `browser:${browser}` : `network:${networkOf(addressOf(c))}`
}

function refusal(kind: 'in-flight' | 'other-request'): Final {
  return kind === 'in-flight'
    ? new Final({
        code: 'idempotency.in-flight',
        message: 'The first request with this Idempotency-Key is still running.',
        fix: 'Ask again in a moment with the same key.',
      })
    : new Final({
        code: 'idempotency.other-request',
        message: 'This Idempotency-Key was used for another request.',
        fix: 'Take a new key for a new request; a UUID will do.',
      })
}

function wrongKey(): Final {
  return new Final({
    code: 'input.invalid',
    message: 'Idempotency-Key: 1 to 255 visible ASCII characters, without spaces.',
    fix: 'Send a UUID.',
  })
}

function reopen(locker: Locker, answer: Uint8Array): Response {
  try {
    return fromText(open(locker, answer))
  } catch (cause) {
    throw new Final({
      code: 'idempotency.unreadable',
      message: 'This request was answered, and the answer cannot be read any more.',
      fix: 'Look up what it did before you ask again with a new key.',
      cause,
    })
  }
}

type Run = { api: Api; locker: Locker; claim: string }

/** Keeps the answer, or forgets the run when there was none worth keeping: a failure of ours is to be tried again. */
async function settle(c: Context<Env>, { api, locker, claim }: Run): Promise<void> {
  const { status } = c.res
  const run = { id: locker.id, claim }
  const ended =
    status >= 500 || unheard.has(status)
      ? giveBack(api.sql, run)
      : keepAnswer(api.sql, { ...run, answer: seal(locker, await toText(c.res)) })
  // What was done is done: the answer goes out, and the claim ends by itself.
  await ended.catch((err: Error) =>
    api.logger.warn({ err, requestId: c.get('requestId') }, 'answer not kept'),
  )
}

/**
 * Idempotency-Key on any POST (draft-ietf-httpapi-idempotency-key-header): the first request runs; the same one again
 * gets the same answer for a day, another one under the same key 422, one while the first runs 409.
 */
export function idempotent(api: Api): MiddlewareHandler<Env> {
  let pepper: Promise<Uint8Array> | undefined
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (c.req.method !== 'POST' || key === undefined) return next()
    if (!keyForm.test(key)) throw wrongKey()
    pepper ??= pepperOf(api.keys, 'idempotency')
    const locker = lockerOf({ scope: await scopeOf(c, api), key, pepper: await pepper })
    const { pathname, search } = new URL(c.req.url)
    const parts = [pathname, search, c.req.header('content-type') ?? '', await c.req.text()]
    const asked = { id: locker.id, request: requestHash(locker, parts) }
    const claim: Claim = await claimRequest(api.sql, asked, api.now())
    if (claim.kind === 'answered') return reopen(locker, claim.answer)
    if (claim.kind !== 'mine') {
      const headers = claim.kind === 'in-flight' ? { 'retry-after': '1' } : undefined
      return problem({ error: refusal(claim.kind), requestId: c.get('requestId'), headers })
    }
    await next()
    await settle(c, { api, locker, claim: claim.claim })
    return undefined
  }
}
