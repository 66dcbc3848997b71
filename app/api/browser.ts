import { createHash } from 'node:crypto'
import type { Context, HonoRequest } from 'hono'
import { setCookie } from 'hono/cookie'
import { randomHex } from '../../core/auth/name.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { cookieOf } from '../auth/session.ts'
import type { Api, Env } from './context.ts'

type Asking = { req: Pick<HonoRequest, 'header'> }

export const NONCE_SECONDS = 5 * 60

/** The cookie that ties a nonce to the browser that asked; only its hash is kept. */
function browserOf({ req }: Asking, api: Api): string | undefined {
  return cookieOf(req.header('cookie'), cookieNames(api.origin).browser)
}

function hashOf(text: string | undefined): Buffer | null {
  return text === undefined ? null : createHash('sha256').update(text).digest()
}

/** The hash of the asking browser's cookie. */
export function boundBrowser(asking: Asking, api: Api): Buffer | null {
  return hashOf(browserOf(asking, api))
}

/** Browsers send Origin on every POST; only they are given the cookie. One browser keeps one, so two tabs can sign in. */
export function bindBrowser(c: Context<Env>, api: Api): Buffer | null {
  if (c.req.header('origin') === undefined) return null
  const browser = browserOf(c, api) ?? randomHex(16)
  setCookie(c, cookieNames(api.origin).browser, browser, cookieOptions(api.origin, NONCE_SECONDS))
  return hashOf(browser)
}
