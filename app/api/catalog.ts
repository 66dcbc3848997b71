import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { sneakerDetailShape } from '../../core/catalog/shape.ts'
import { Final } from '../../core/errors.ts'
import { sneakerShape, storeShape } from '../../core/restock/shape.ts'
import { readSneaker } from '../../db/catalog/sneaker.ts'
import { listSneakers } from '../../db/catalog/sneakers.ts'
import { listStores } from '../../db/catalog/stores.ts'
import type { Api, Env } from './context.ts'
import { answer, listOf, newRouter } from './router.ts'

const tags = ['catalog']

const sneakersRoute = createRoute({
  method: 'get',
  path: '/sneakers',
  tags,
  summary: 'The sneakers one can report, by brand and name',
  request: {
    query: z.strictObject({
      /** Words that brand, name, colours or style code must have. */
      q: z.string().trim().max(80).optional(),
      brand: z.string().trim().min(1).max(80).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(500),
      /** Id of the last sneaker of the page before. */
      after: z.uuid().optional(),
    }),
  },
  responses: { 200: answer(listOf(sneakerShape.meta({ id: 'Sneaker' })), 'One page') },
})

const sneakerRoute = createRoute({
  method: 'get',
  path: '/sneakers/{id}',
  tags,
  summary: 'One sneaker, its restocks counted and its drops',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 200: answer(sneakerDetailShape.meta({ id: 'SneakerDetail' }), 'The sneaker') },
})

const storesRoute = createRoute({
  method: 'get',
  path: '/stores',
  tags,
  summary: 'The shops one can report from',
  responses: { 200: answer(listOf(storeShape.meta({ id: 'Store' })), 'All of them') },
})

export function catalogRoutes({ sql, now }: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(sneakersRoute, async (c) =>
      c.json({ items: await listSneakers(sql, c.req.valid('query')) }, 200),
    )
    .openapi(sneakerRoute, async (c) => {
      const sneaker = await readSneaker(sql, { id: c.req.valid('param').id, now: now() })
      if (sneaker) return c.json(sneaker, 200)
      throw new Final({
        code: 'sneaker.not-found',
        message: 'There is no such sneaker.',
        fix: 'Look it up: GET /api/sneakers?q=…',
      })
    })
    .openapi(storesRoute, async (c) => c.json({ items: await listStores(sql) }, 200))
}
