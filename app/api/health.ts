import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { checkHealth } from '../health/check.ts'
import { healthShape } from '../health/shape.ts'
import type { Api, Env } from './context.ts'
import { answer, newRouter } from './router.ts'

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags: ['site'],
  summary: 'Every component by name',
  responses: {
    200: answer(healthShape, 'Serving; `degraded` when some component is not well'),
    503: answer(healthShape, 'Not serving: the database is down'),
  },
})

export function healthRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(healthRoute, async (c) => {
    const health = await checkHealth(api)
    return c.json(health, health.components.database.status === 'ok' ? 200 : 503)
  })
}
