import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { walletShape } from '../../core/member/shape.ts'
import { endOfLine } from '../../core/relay/line.ts'
import { bytesShape, relayRequestShape } from '../../core/relay/request.ts'
import { type Relayed, relayedShape } from '../../core/relay/status.ts'
import { requireOwnWallet } from '../../db/relay/accept.ts'
import { getRelayed, listRelayed } from '../../db/relay/read.ts'
import { waitingNonces } from '../../db/relay/waiting.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { paidWallet, relayRequest } from './relay-request.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const relayedSchema = relayedShape.meta({ id: 'Relayed' })
const params = z.strictObject({ id: z.uuid() })
const tags = ['relay']

const sendRoute = createRoute({
  method: 'post',
  path: '/relay',
  tags,
  summary: 'Have a signed call carried out without gas; final once the chain shows it (follow Location)',
  request: { body: body(relayRequestShape.meta({ id: 'RelayRequest' })) },
  responses: {
    202: {
      ...answer(relayedSchema, 'Good, and waiting for its turn'),
      headers: z.object({ location: z.string() }),
    },
  },
})

const nonceRoute = createRoute({
  method: 'get',
  path: '/relay/nonce',
  tags,
  summary: 'What the next request of a wallet is signed with: its number counts those that wait',
  request: {
    query: z.strictObject({
      /** One of the member's; by default the one that awards go to. */
      wallet: bytesShape('20').optional(),
    }),
  },
  responses: {
    200: answer(
      z
        .object({
          wallet: walletShape,
          /** Decimal. */
          nonce: z.string(),
          chain_id: z.int(),
          /** Whose domain it is signed for. */
          forwarder: walletShape,
        })
        .meta({ id: 'RelayNonce' }),
      'The number',
    ),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/relay',
  tags,
  summary: "The member's own requests, newest first",
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** Id of the last request of the page before. */
      before: z.uuid().optional(),
    }),
  },
  responses: { 200: answer(listOf(relayedSchema), 'One page') },
})

const readRoute = createRoute({
  method: 'get',
  path: '/relay/{id}',
  tags,
  summary: 'One request of the member, and what became of it',
  request: { params },
  responses: { 200: answer(relayedSchema, 'The request') },
})

async function relayedOr404(api: Api, which: { id: string; memberId: string }): Promise<Relayed> {
  const found = await getRelayed(api.sql, { ...which, now: api.now() })
  if (found) return found
  throw new Final({
    code: 'relay.not-found',
    message: 'You have no such request.',
    fix: 'Look at your list.',
  })
}

async function nextNonce(
  api: Api,
  { memberId, given }: { memberId: string; given?: `0x${string}` | undefined },
) {
  const { forwarder, sql, now } = api
  const wallet = given ?? (await paidWallet(api, memberId))
  await requireOwnWallet(sql, { memberId, wallet })
  const [next, waiting] = await Promise.all([
    forwarder.nextNonce(wallet),
    waitingNonces(sql, { wallet, now: now() }),
  ])
  const { chain_id, forwarder: address } = forwarder.contracts
  return { wallet, nonce: String(endOfLine({ next, waiting })), chain_id, forwarder: address }
}

export function relayRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...sendRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await relayRequest(api, { memberId, request: c.req.valid('json') })
      return c.json(await relayedOr404(api, { id, memberId }), 202, { location: `/api/relay/${id}` })
    })
    .openapi({ ...nonceRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await nextNonce(api, { memberId, given: c.req.valid('query').wallet }), 200)
    })
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const page = { memberId, now: api.now(), ...c.req.valid('query') }
      return c.json({ items: await listRelayed(api.sql, page) }, 200)
    })
    .openapi({ ...readRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await relayedOr404(api, { ...c.req.valid('param'), memberId }), 200)
    })
}
