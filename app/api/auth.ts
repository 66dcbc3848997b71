import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { later } from '../../core/auth/lifetime.ts'
import { newNonce } from '../../core/auth/name.ts'
import { readSession } from '../auth/session.ts'
import { walletLogin } from '../auth/wallet-login.ts'
import { bindBrowser, browserOf } from './browser.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, body, newRouter } from './router.ts'
import { signedInShape, signIn } from './signed-in.ts'
import { walletProofShape } from './wallet-proof.ts'

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
  summary: 'Sign in with a signed ERC-4361 message',
  description:
    'By a key, a contract wallet (ERC-1271) or one that is not deployed yet (ERC-6492). A wallet that nobody has ' +
    'becomes a new member; to link one, see POST /me/wallets.',
  request: { body: body(walletProofShape) },
  responses: { 200: answer(signedInShape, 'Signed in') },
})

export function authRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(nonceRoute, async (c) => {
      const [nonce, now] = [newNonce(), api.now()]
      const expiresAt = later(now, NONCE_SECONDS)
      const browser = bindBrowser(c, api, NONCE_SECONDS)
      await api.stores.nonces.add({ nonce, browser, now, expiresAt })
      const domain = new URL(api.origin).host
      return c.json({ nonce, expires_at: expiresAt.toISOString(), domain, chain_id: api.chain.id }, 200)
    })
    .openapi(verifyRoute, async (c) => {
      const session = await readSession(api, credentialsOf(c))
      const proof = { ...c.req.valid('json'), browser: browserOf(c, api) }
      const memberId = await walletLogin(api, proof)
      const previous = session && { id: session.sessionId, memberId: session.memberId }
      return c.json(await signIn(c, api, { memberId, previous }), 200)
    })
}
