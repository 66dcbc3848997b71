import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { newNonce, randomHex } from '../../core/auth/name.ts'
import type { Hex } from '../../db/bytes.ts'
import { addNonce } from '../../db/sessions/nonce.ts'
import { revokeSession } from '../../db/sessions/revoke.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { cookieOf, readSession } from '../auth/session.ts'
import { walletLogin } from '../auth/wallet-login.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'
import { signedInShape, signIn } from './signed-in.ts'

const NONCE_SECONDS = 5 * 60

const nonceRoute = createRoute({
  method: 'post',
  path: '/auth/nonce',
  tags: ['auth'],
  summary: 'A single-use nonce for a Sign-In with Ethereum message',
  description: 'Valid five minutes. A browser gets a cookie with it and must present both.',
  responses: {
    200: answer(
      z
        .object({ nonce: z.string(), expires_at: z.iso.datetime(), domain: z.string(), chain_id: z.int() })
        .meta({ id: 'Nonce' }),
      'The nonce, and what the message must say of this site',
    ),
  },
})

const verifyRoute = createRoute({
  method: 'post',
  path: '/auth/verify',
  tags: ['auth'],
  summary: 'Sign in with a signed ERC-4361 message; when signed in already, link the wallet',
  request: {
    body: body(
      z
        .strictObject({
          message: z.string().max(4000),
          signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/, '0x and 130 hex digits (65 bytes)'),
        })
        .meta({ id: 'SiweProof' }),
    ),
  },
  responses: { 200: answer(signedInShape, 'Signed in') },
})

const logoutRoute = createRoute({
  method: 'post',
  path: '/auth/logout',
  tags: ['auth'],
  summary: 'End this session at once',
  responses: { 204: { description: 'Signed out' } },
})

/** The cookie that ties a nonce to the browser that asked; only its hash is kept. */
function browserOf(c: Context<Env>, api: Api): string | undefined {
  return cookieOf(c.req.header('cookie'), cookieNames(api.origin).browser)
}

function hashOf(text: string | undefined): Buffer | null {
  return text === undefined ? null : createHash('sha256').update(text).digest()
}

/** Browsers send Origin on every POST; only they are given the cookie. One browser keeps one, so two tabs can sign in. */
function bindBrowser(c: Context<Env>, api: Api): Buffer | null {
  if (c.req.header('origin') === undefined) return null
  const browser = browserOf(c, api) ?? randomHex(16)
  setCookie(c, cookieNames(api.origin).browser, browser, cookieOptions(api.origin, NONCE_SECONDS))
  return hashOf(browser)
}

export function authRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(nonceRoute, async (c) => {
      const nonce = newNonce()
      const expiresAt = new Date(api.now().getTime() + NONCE_SECONDS * 1000)
      await addNonce(api.sql, { nonce, browser: bindBrowser(c, api), expiresAt })
      const domain = new URL(api.origin).host
      return c.json({ nonce, expires_at: expiresAt.toISOString(), domain, chain_id: api.chain.id }, 200)
    })
    .openapi(verifyRoute, async (c) => {
      const { message, signature } = c.req.valid('json')
      const session = await readSession(api, credentialsOf(c))
      const browser = hashOf(browserOf(c, api))
      const proof = { message, signature: signature as Hex, browser, memberId: session?.memberId }
      const memberId = await walletLogin(api, proof)
      return c.json(await signIn(c, api, { memberId, previous: session?.sessionId }), 200)
    })
    .openapi({ ...logoutRoute, ...members }, async (c) => {
      const session = c.get('session')
      await revokeSession(api.sql, session.sessionId)
      deleteCookie(c, cookieNames(api.origin).session, cookieOptions(api.origin, 0))
      return c.body(null, 204)
    })
}
