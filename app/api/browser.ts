import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { randomHex } from '../../core/auth/name.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { cookieOf } from '../auth/session.ts'
import type { Api } from './context.ts'

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** SHA-256 of the pre-session cookie that ties a nonce to the browser that asked for it; null for other clients. */
export function browserOf(c: Context, { origin }: Api): Buffer | null {
  if (c.req.header('origin') === undefined) return null
  const cookie = cookieOf(c.req.header('cookie'), cookieNames(origin).browser)
  return cookie === undefined ? null : hashOf(cookie)
}

/** Gives a browser its pre-session cookie. It keeps one, so two tabs can sign in. @param maxAge seconds */
export function bindBrowser(c: Context, { origin }: Api, maxAge: number): Buffer | null {
  if (c.req.header('origin') === undefined) return null
  const name = cookieNames(origin).browser
  const cookie = cookieOf(c.req.header('cookie'), name) ?? randomHex(16)
  setCookie(c, name, cookie, cookieOptions(origin, maxAge))
  return hashOf(cookie)
}
