import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { anyCell } from '../../core/cell/cell.ts'
import { cellShape } from '../../core/cell/shape.ts'
import { Final } from '../../core/errors.ts'
import {
  type Restock,
  restockReportShape,
  restockShape,
  restockSources,
  restockStates,
} from '../../core/restock/shape.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import type { RestockFilter } from '../../db/restocks/filter.ts'
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

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  /** Id of the last restock of the page before. */
  before: z.uuid().optional(),
  sneaker_id: z.uuid().optional(),
  style_code: z.string().min(1).max(64).optional(),
  /** As restocks have it: "10", "9.5", "7W". */
  size: z.string().max(40).optional(),
  store_id: z.uuid().optional(),
  /** An H3 cell: shops of a city (resolution 5), an area (7), a street (8) or at a door (9). */
  cell: cellShape.optional(),
  source: z.enum(restockSources).optional(),
  /** Pairs that are there, or that can be ordered ahead. */
  state: z.enum(restockStates).optional(),
  open_only: flag.optional(),
  confirmed_only: flag.optional(),
  /** Reported then or later. */
  since: z.iso.datetime().optional(),
})

const listRoute = createRoute({
  method: 'get',
  path: '/restocks',
  tags,
  summary: 'Restocks, newest first',
  request: {
    query: listQuery,
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
  responses: {
    200: answer(restockSchema, 'What a monitor saw before: the report is a confirmation of it'),
    201: answer(restockSchema, 'The restock, waiting for another member to confirm it'),
  },
})

const confirmRoute = createRoute({
  method: 'post',
  path: '/restocks/{id}/confirm',
  tags,
  summary: "Confirm another member's report",
  request: { params },
  responses: { 200: answer(restockSchema, 'The restock, confirmed') },
})

function filterOf(query: z.infer<typeof listQuery>): RestockFilter {
  return {
    ...{ sneakerId: query.sneaker_id, styleCode: query.style_code, size: query.size },
    ...{ storeId: query.store_id, cell: query.cell === undefined ? undefined : anyCell(query.cell) },
    ...{
      source: query.source,
      state: query.state,
      openOnly: query.open_only,
      confirmedOnly: query.confirmed_only,
    },
    since: query.since === undefined ? undefined : new Date(query.since),
  }
}

async function restockOr404(api: Api, which: { id: string; memberId: string | null }): Promise<Restock> {
  const restock = await getRestock(api.sql, { ...which, now: api.now() })
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
      const query = c.req.valid('query')
      const { limit, before } = query
      const page = { memberId, limit, before, filter: filterOf(query), now: api.now() }
      return c.json({ items: await listRestocks(api.sql, page) }, 200)
    })
    .openapi(readRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await restockOr404(api, { memberId, ...c.req.valid('param') }), 200)
    })
    .openapi({ ...reportRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { challengeSeconds } = api
      const report = c.req.valid('json')
      const id = await reportRestock(api.sql, { memberId, report, now: api.now(), challengeSeconds })
      const restock = await restockOr404(api, { id, memberId })
      return restock.mine ? c.json(restock, 201) : c.json(restock, 200)
    })
    .openapi({ ...confirmRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      const { challengeSeconds } = api
      await confirmRestock(api.sql, { restockId: id, memberId, now: api.now(), challengeSeconds })
      return c.json(await restockOr404(api, { id, memberId }), 200)
    })
}
