import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { walletShape } from '../../core/member/shape.ts'
import { relayContractsShape } from '../../core/relay/contracts.ts'
import type { Api, Env } from './context.ts'
import { answer, newRouter } from './router.ts'

const clientRoute = createRoute({
  method: 'get',
  path: '/client',
  tags: ['site'],
  summary: 'What the browser part needs to know about this installation',
  responses: {
    200: answer(
      z
        .object({
          chain_id: z.int(),
          /** Only where the chain is the local demo's own; a rented node's URL may carry a key. */
          rpc_url: z.string().nullable(),
          token: walletShape,
          /** What gasless acts are signed for. */
          contracts: relayContractsShape,
          demo: z.boolean(),
          origin: z.string(),
          walletconnect: z.string().nullable(),
        })
        .meta({ id: 'Client' }),
      'Public facts',
    ),
  },
})

export function clientRoutes({ chain, forwarder, demo, origin }: Api): OpenAPIHono<Env> {
  // Of a whole deployment only what is signed for.
  const contracts = relayContractsShape.strip().parse(forwarder.contracts)
  return newRouter().openapi(clientRoute, (c) => {
    const rpcUrl = demo ? chain.rpcUrl : null
    return c.json(
      {
        ...{ chain_id: chain.id, rpc_url: rpcUrl, token: chain.token, contracts },
        ...{ demo, origin, walletconnect: null },
      },
      200,
    )
  })
}
