import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { sneakerShape, storeShape } from '../../core/restock/shape.ts'
import { listSneakers, listStores } from '../../db/catalog/read.ts'
import type { Api, Env } from './context.ts'
import { answer, listOf, newRouter } from './router.ts'

const sneakersRoute = createRoute({
  method: 'get',
  path: '/sneakers',
  tags: ['catalog'],
  summary: 'The sneakers one can report',
  responses: { 200: answer(listOf(sneakerShape.meta({ id: 'Sneaker' })), 'All of them') },
})

const storesRoute = createRoute({
  method: 'get',
  path: '/stores',
  tags: ['catalog'],
  summary: 'The shops one can report from',
  responses: { 200: answer(listOf(storeShape.meta({ id: 'Store' })), 'All of them') },
})

export function catalogRoutes({ sql }: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(sneakersRoute, async (c) => c.json({ items: await listSneakers(sql) }, 200))
    .openapi(storesRoute, async (c) => c.json({ items: await listStores(sql) }, 200))
}
