import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { passesShape } from '../../core/pass/shape.ts'
import { readPasses } from '../../db/passes/read.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, newRouter } from './router.ts'

const passesRoute = createRoute({
  method: 'get',
  path: '/passes',
  tags: ['karma'],
  summary: "Tiers of the access pass, what each opens, and the signed-in member's own passes and votes",
  responses: { 200: answer(passesShape.meta({ id: 'Passes' }), 'As mirrored at one block') },
})

export function passRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(passesRoute, async (c) => {
    const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
    return c.json(await readPasses(api.sql, { memberId, now: api.now() }), 200)
  })
}
