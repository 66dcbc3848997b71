import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { ringActShape, ringInputShape } from '../../core/trade/input.ts'
import { ringShape } from '../../core/trade/ring.ts'
import { actOnRing } from '../../db/trade-rings/act.ts'
import { proposeRing } from '../../db/trade-rings/propose.ts'
import { newestRings, readRing } from '../../db/trade-rings/read.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['trades']
const path = '/community/trade-rings'
const params = z.strictObject({ id: z.uuid() })
const ring = ringShape.meta({ id: 'TradeRing' })

const listRoute = createRoute({
  ...{ tags, path, method: 'get', summary: 'Rings of three that one is in, the newest first' },
  responses: { 200: answer(listOf(ring), 'At most 20') },
})

const proposeRoute = createRoute({
  ...{ tags, path, method: 'post' },
  summary: 'Propose a ring of three, as one’s matches suggest it',
  description: 'Nothing is agreed before all three have joined; who proposes it has.',
  request: { body: body(ringInputShape.meta({ id: 'TradeRingInput' })) },
  responses: { 201: answer(ring, 'Proposed') },
})

const readRoute = createRoute({
  ...{ tags, path: `${path}/{id}`, method: 'get', summary: 'One ring, for the three who are in it' },
  request: { params },
  responses: { 200: answer(ring, 'As it stands') },
})

const actRoute = createRoute({
  ...{ tags, path: `${path}/{id}`, method: 'put', summary: 'Join a ring of three, or call it off' },
  description:
    'With the third one who joins it becomes three trades that are agreed on, all of them or none.',
  request: { params, body: body(ringActShape.meta({ id: 'TradeRingAct' })) },
  responses: { 200: answer(ring, 'The ring after it') },
})

export function tradeRingRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now } = api
  const members = membersOnly(api)
  const read = (id: string, memberId: string) => readRing(sql, { id, memberId, now: now() })
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json({ items: await newestRings(sql, { memberId, now: now() }) }, 200)
    })
    .openapi({ ...proposeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await proposeRing(sql, { memberId, input: c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 201)
    })
    .openapi({ ...readRoute, ...members }, async (c) =>
      c.json(await read(c.req.valid('param').id, c.get('session').memberId), 200),
    )
    .openapi({ ...actRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      await actOnRing(sql, { id, memberId, input: c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 200)
    })
}
