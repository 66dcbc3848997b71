import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { type Restock, restockReportShape, restockShape } from '../../core/restock/shape.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { getRestock, listRestocks } from '../../db/restocks/read.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const restockSchema = restockShape.meta({ id: 'Restock' })
const params = z.strictObject({ id: z.uuid() })
const tags = ['restocks']

const listRoute = createRoute({
  method: 'get',
  path: '/restocks',
  tags,
  summary: 'Restocks, newest first',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** Id of the last restock of the page before. */
      before: z.uuid().optional(),
    }),
  },
  responses: { 200: answer(listOf(restockSchema), 'One page') },
})

const readRoute = createRoute({
  method: 'get',
  path: '/restocks/{id}',
  tags,
  summary: 'One restock',
  request: { params },
  responses: { 200: answer(restockSchema, 'The restock') },
})

const reportRoute = createRoute({
  method: 'post',
  path: '/restocks',
  tags,
  summary: 'Report a restock',
  request: { body: body(restockReportShape.meta({ id: 'RestockReport' })) },
  responses: { 201: answer(restockSchema, 'The restock, waiting for another member to confirm it') },
})

const confirmRoute = createRoute({
  method: 'post',
  path: '/restocks/{id}/confirm',
  tags,
  summary: "Confirm another member's report",
  request: { params },
  responses: { 200: answer(restockSchema, 'The restock, confirmed') },
})

async function restockOr404(api: Api, which: { id: string; memberId: string | null }): Promise<Restock> {
  const restock = await getRestock(api.sql, which)
  if (restock) return restock
  throw new Final({
    code: 'restock.not-found',
    message: 'There is no such restock.',
    fix: 'Look at the list.',
  })
}

export function restockRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(listRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json({ items: await listRestocks(api.sql, { memberId, ...c.req.valid('query') }) }, 200)
    })
    .openapi(readRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await restockOr404(api, { memberId, ...c.req.valid('param') }), 200)
    })
    .openapi({ ...reportRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await reportRestock(api.sql, { memberId, report: c.req.valid('json'), now: api.now() })
      return c.json(await restockOr404(api, { id, memberId }), 201)
    })
    .openapi({ ...confirmRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      const { challengeSeconds } = api
      await confirmRestock(api.sql, { restockId: id, memberId, now: api.now(), challengeSeconds })
      return c.json(await restockOr404(api, { id, memberId }), 200)
    })
}
