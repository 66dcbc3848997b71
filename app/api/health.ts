import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { checkHealth, checkRelayer } from '../health/check.ts'
import { relayerShape } from '../health/relayer.ts'
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

const relayerRoute = createRoute({
  method: 'get',
  path: '/health/relayer',
  tags: ['site'],
  summary: "The account that pays for members' calls: its gas, and what waits for it",
  responses: { 200: answer(relayerShape, '`degraded` when it needs gas, or requests wait for long') },
})

export function healthRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(relayerRoute, async (c) => c.json(await checkRelayer(api), 200))
    .openapi(healthRoute, async (c) => {
      const health = await checkHealth(api)
      return c.json(health, health.components.database.status === 'ok' ? 200 : 503)
    })
}
