import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie } from 'hono/cookie'
import { newNonce } from '../../core/auth/name.ts'
import { addNonce } from '../../db/sessions/nonce.ts'
import { revokeSession } from '../../db/sessions/revoke.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { readSession } from '../auth/session.ts'
import { walletLogin } from '../auth/wallet-login.ts'
import { bindBrowser, NONCE_SECONDS } from './browser.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { siweProofSchema, walletProof } from './proof.ts'
import { answer, body, newRouter } from './router.ts'
import { signedInShape, signIn } from './signed-in.ts'

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
  summary: 'Sign in with a signed ERC-4361 message',
  description: 'A wallet that nobody has becomes a new member. To link one, see POST /me/wallets.',
  request: {
    body: body(siweProofSchema),
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
      const session = await readSession(api, credentialsOf(c))
      const memberId = await walletLogin(api, walletProof(c, api, c.req.valid('json')))
      return c.json(await signIn(c, api, { memberId, previous: session?.sessionId }), 200)
    })
    .openapi({ ...logoutRoute, ...members }, async (c) => {
      const session = c.get('session')
      await revokeSession(api.sql, session.sessionId)
      deleteCookie(c, cookieNames(api.origin).session, cookieOptions(api.origin, 0))
      return c.body(null, 204)
    })
}
