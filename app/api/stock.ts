import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { stockShape } from '../../core/monitor/stock.ts'
import { stockOf } from '../../db/monitor/stock.ts'
import type { Api, Env } from './context.ts'
import { answer, listOf, newRouter } from './router.ts'

const stockRoute = createRoute({
  method: 'get',
  path: '/sneakers/{id}/stock',
  tags: ['catalog'],
  summary: 'What monitors see of a sneaker: size by size, shop by shop',
  description: 'Nothing where nobody watches it.',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 200: answer(listOf(stockShape.meta({ id: 'Stock' })), 'All of it, as it was last seen') },
})

export function stockRoutes({ sql }: Api): OpenAPIHono<Env> {
  return newRouter().openapi(stockRoute, async (c) =>
    c.json({ items: await stockOf(sql, c.req.valid('param').id) }, 200),
  )
}
