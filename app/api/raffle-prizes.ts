import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { MOST_PRIZES } from '../../core/raffle/limits.ts'
import { operatorPrizeShape, ownPrizeShape, prizeSentShape, raffleIdShape } from '../../core/raffle/shape.ts'
import { askForPrize, receivePrize, sendPrize } from '../../db/raffles/prize.ts'
import { listOwnPrizes, listPrizes } from '../../db/raffles/prizes.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['raffles']
const ownList = listOf(ownPrizeShape.meta({ id: 'RafflePrize' }))
const operatorList = listOf(operatorPrizeShape.meta({ id: 'OperatorPrize' }))
const raffle = { params: z.strictObject({ id: raffleIdShape }) }
const prize = {
  params: z.strictObject({
    id: raffleIdShape,
    /** From 0. */
    place: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_PRIZES - 1),
  }),
}

const ownRoute = createRoute({
  method: 'get',
  path: '/raffles/{id}/prizes',
  tags,
  summary: 'What you won in a raffle, and how far it is',
  request: raffle,
  responses: { 200: answer(ownList, 'Your prizes') },
})

const askRoute = createRoute({
  method: 'put',
  path: '/raffles/{id}/prizes/{place}',
  tags,
  summary: 'Have a prize sent to the address that you keep with SNPD',
  description:
    'Its operator reads the address once your claim is on chain. Asking again takes the address of now.',
  request: prize,
  responses: { 200: answer(ownList, 'Your prizes') },
})

const receivedRoute = createRoute({
  method: 'put',
  path: '/raffles/{id}/prizes/{place}/received',
  tags,
  summary: 'Say that a prize arrived',
  request: prize,
  responses: { 200: answer(ownList, 'Your prizes') },
})

const winnersRoute = createRoute({
  method: 'get',
  path: '/raffles/{id}/winners',
  tags,
  summary: 'Where prizes go that were claimed. For admins',
  request: raffle,
  responses: { 200: answer(operatorList, 'All prizes, in the order of their places') },
})

const sentRoute = createRoute({
  method: 'put',
  path: '/raffles/{id}/winners/{place}',
  tags,
  summary: 'Say that a prize left. For admins',
  request: { ...prize, body: body(prizeSentShape.meta({ id: 'PrizeSent' })) },
  responses: { 200: answer(operatorList, 'All prizes, in the order of their places') },
})

/** How prizes get to who won them. */
export function rafflePrizeRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, vault, now } = api
  const members = membersOnly(api)
  const admins = rolesOnly(api, 'admin')
  const own = async (raffleId: string, memberId: string) => ({
    items: await listOwnPrizes(sql, { raffleId, memberId }),
  })
  const all = async (raffleId: string) => ({ items: await listPrizes(sql, vault, raffleId) })
  return newRouter()
    .openapi({ ...ownRoute, ...members }, async (c) =>
      c.json(await own(c.req.valid('param').id, c.get('session').memberId), 200),
    )
    .openapi({ ...askRoute, ...members }, async (c) => {
      const [{ memberId }, { id: raffleId, place }] = [c.get('session'), c.req.valid('param')]
      await askForPrize(sql, vault, { raffleId, place, memberId, now: now() })
      return c.json(await own(raffleId, memberId), 200)
    })
    .openapi({ ...receivedRoute, ...members }, async (c) => {
      const [{ memberId }, { id: raffleId, place }] = [c.get('session'), c.req.valid('param')]
      await receivePrize(sql, { raffleId, place, memberId, now: now() })
      return c.json(await own(raffleId, memberId), 200)
    })
    .openapi({ ...winnersRoute, ...admins }, async (c) => c.json(await all(c.req.valid('param').id), 200))
    .openapi({ ...sentRoute, ...admins }, async (c) => {
      const { id: raffleId, place } = c.req.valid('param')
      await sendPrize(sql, { raffleId, place, ...c.req.valid('json'), now: now() })
      return c.json(await all(raffleId), 200)
    })
}
