import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readNonce } from '../../adapters/chain/nonces.ts'
import { walletShape } from '../../core/member/shape.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, newRouter } from './router.ts'

const nonceRoute = createRoute({
  method: 'get',
  path: '/permits/nonce',
  tags: ['karma'],
  summary: "The nonce of a wallet's next permit (ERC-2612), asked of the chain",
  request: { query: z.strictObject({ wallet: walletShape }) },
  responses: {
    200: answer(z.object({ nonce: z.string().regex(/^\d+$/) }).meta({ id: 'PermitNonce' }), 'It'),
  },
})

export function permitRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter().openapi({ ...nonceRoute, ...members }, async (c) => {
    const owner = c.req.valid('query').wallet as Hex
    const nonce = await readNonce(api.rpc, { contract: api.chain.token, owner })
    return c.json({ nonce: String(nonce) }, 200)
  })
}
