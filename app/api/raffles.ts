import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Final } from '../../core/errors.ts'
import { raffleIdShape, raffleListShape, raffleProofShape, raffleShape } from '../../core/raffle/shape.ts'
import { unknownRaffle } from '../../db/raffles/find.ts'
import { listRaffles } from '../../db/raffles/list.ts'
import { readProof } from '../../db/raffles/proof.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, newRouter } from './router.ts'

const tags = ['raffles']
const params = z.strictObject({ id: raffleIdShape })

const listRoute = createRoute({
  method: 'get',
  path: '/raffles',
  tags,
  summary: 'Raffles on chain, the newest first, with your tickets',
  request: {
    query: z.strictObject({
      /** Those that take entries, or those that do not any more. */
      of: z.enum(['open', 'over']).optional(),
      /** Number of the last raffle of the page before. */
      before: raffleIdShape.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  },
  responses: { 200: answer(raffleListShape.meta({ id: 'Raffles' }), 'As mirrored at one block') },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/raffles/{id}',
  tags,
  summary: 'One raffle: its odds, the round that decides it, and who won',
  request: { params },
  responses: { 200: answer(raffleShape.meta({ id: 'Raffle' }), 'The raffle') },
})

const proofRoute = createRoute({
  method: 'get',
  path: '/raffles/{id}/proof',
  tags,
  summary: 'What it takes to draw a raffle again: entries, round, and the signature of the beacon',
  description:
    'Nothing of it has to be believed: the signature verifies, and `npm run verify-raffle` asks the chain.',
  request: { params },
  responses: { 200: answer(raffleProofShape.meta({ id: 'RaffleProof' }), 'The proof') },
})

function noProof(): Final {
  return new Final({
    code: 'raffle.no-proof',
    message: 'This raffle is not drawn yet, or SNPD has not met its round.',
    fix: 'Ask again after the round that decides it.',
  })
}

/** Raffles, for everyone to read. */
export function raffleRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now, chain, forwarder } = api
  const contract = forwarder.contracts.raffle
  const reader = async (c: Context) => (await readSession(api, credentialsOf(c)))?.memberId ?? null
  const one = async (id: string, memberId: string | null) => {
    const { items } = await listRaffles(sql, { id, memberId, contract, now: now(), limit: 1 })
    const [found] = items
    if (!found) throw unknownRaffle()
    return found
  }
  return newRouter()
    .openapi(listRoute, async (c) => {
      const asked = { ...c.req.valid('query'), memberId: await reader(c), contract, now: now() }
      return c.json(await listRaffles(sql, asked), 200)
    })
    .openapi(oneRoute, async (c) => c.json(await one(c.req.valid('param').id, await reader(c)), 200))
    .openapi(proofRoute, async (c) => {
      const { id } = await one(c.req.valid('param').id, null)
      const proof = await readProof(sql, { id, chainId: chain.id, contract })
      if (!proof) throw noProof()
      return c.json(proof, 200)
    })
}
