import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deadLettersShape, type Operator, operatorShape } from '../../core/operator/shape.ts'
import { listDeadDeliveries } from '../../db/deliveries/list.ts'
import { replayDeliveries } from '../../db/deliveries/replay.ts'
import { readAudit } from '../../db/operator/audit.ts'
import { readLatency } from '../../db/operator/latency.ts'
import { listAskedShops, listWatchedShops } from '../../db/operator/shops.ts'
import { listDeadLetters } from '../../db/pool/list.ts'
import { replayDeadLetter } from '../../db/pool/replay.ts'
import { joinShops } from '../operator/shops.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, newRouter } from './router.ts'

const tags = ['operator']
const params = z.strictObject({ id: z.uuid() })
/** More of them have one cause. */
const LISTED = 200

const overviewRoute = createRoute({
  method: 'get',
  path: '/operator',
  tags,
  summary: 'The ledger against the chain, shops and their adapters, how long alerts take. For admins',
  description: 'How each component is stands at /api/health, for everyone.',
  responses: { 200: answer(operatorShape.meta({ id: 'Operator' }), 'As of now') },
})

const deadRoute = createRoute({
  method: 'get',
  path: '/operator/dead-letters',
  tags,
  summary: 'Checkouts and deliveries that nobody tries again by itself, newest first. For admins',
  responses: { 200: answer(deadLettersShape.meta({ id: 'DeadLetters' }), 'At most 200 of each') },
})

const replayCheckoutRoute = createRoute({
  method: 'post',
  path: '/operator/dead-letters/checkouts/{id}/replay',
  tags,
  summary: 'Ask anew for what a dead checkout asked. For admins',
  description: 'Its member sees the total before anything is bought. Never one that may have been ordered.',
  request: { params },
  responses: { 200: answer(z.object({ request_id: z.uuid() }), 'The request made in its place') },
})

const replayDeliveryRoute = createRoute({
  method: 'post',
  path: '/operator/dead-letters/deliveries/{id}/replay',
  tags,
  summary: 'Have a dead delivery tried again, from its first try on. For admins',
  request: { params },
  responses: { 204: { description: 'It waits to be sent' } },
})

const replayAllRoute = createRoute({
  method: 'post',
  path: '/operator/dead-letters/deliveries/replay',
  tags,
  summary: 'Have all dead deliveries tried again whose channel is still there. For admins',
  responses: { 200: answer(z.object({ replayed: z.int() }), 'How many') },
})

async function readOperator({ sql, now }: Api): Promise<Operator> {
  const [audit, watched, asked, latency] = await Promise.all([
    readAudit(sql),
    listWatchedShops(sql, now()),
    listAskedShops(sql, now()),
    readLatency(sql, now()),
  ])
  return {
    audit: audit ? { ...audit, at: audit.at.toISOString() } : null,
    shops: joinShops(watched, asked),
    latency: latency.map(({ at, ...hour }) => ({ at: at.toISOString(), ...hour })),
  }
}

async function readDead({ sql }: Api): Promise<z.infer<typeof deadLettersShape>> {
  const [checkouts, deliveries] = await Promise.all([
    listDeadLetters(sql, LISTED),
    listDeadDeliveries(sql, LISTED),
  ])
  return {
    checkouts: checkouts.map((dead) => ({ ...dead, at: dead.at.toISOString() })),
    deliveries: deliveries.map(({ alert_id: _, ended_at, ...dead }) => ({
      ...dead,
      ended_at: ended_at.toISOString(),
    })),
  }
}

export function operatorRoutes(api: Api): OpenAPIHono<Env> {
  const admins = rolesOnly(api, 'admin')
  const { sql, vault, now, logger } = api
  return newRouter()
    .openapi({ ...overviewRoute, ...admins }, async (c) => c.json(await readOperator(api), 200))
    .openapi({ ...deadRoute, ...admins }, async (c) => c.json(await readDead(api), 200))
    .openapi({ ...replayCheckoutRoute, ...admins }, async (c) => {
      const { id } = c.req.valid('param')
      const request_id = await replayDeadLetter(sql, vault, id)
      logger.info({ by: c.get('session').memberId, id, request_id }, 'dead checkout asked anew')
      return c.json({ request_id }, 200)
    })
    .openapi({ ...replayDeliveryRoute, ...admins }, async (c) => {
      const { id } = c.req.valid('param')
      await replayDeliveries(sql, id, now())
      logger.info({ by: c.get('session').memberId, id }, 'dead delivery is tried again')
      return c.body(null, 204)
    })
    .openapi({ ...replayAllRoute, ...admins }, async (c) => {
      const replayed = await replayDeliveries(sql, 'all', now())
      logger.info({ by: c.get('session').memberId, replayed }, 'dead deliveries are tried again')
      return c.json({ replayed }, 200)
    })
}
