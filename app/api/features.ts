import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { featuresShape } from '../../core/feature/shape.ts'
import { featuresNow } from '../../db/features/now.ts'
import type { Api, Env } from './context.ts'
import { answer, newRouter } from './router.ts'

const featuresRoute = createRoute({
  method: 'get',
  path: '/features',
  tags: ['votes'],
  summary: 'What of the product holds: as shipped, or as members voted',
  responses: { 200: answer(featuresShape.meta({ id: 'Features' }), 'Every feature; a switch is 0 or 1') },
})

export function featureRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(featuresRoute, async (c) => c.json(await featuresNow(api.sql), 200))
}
