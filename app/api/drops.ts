import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { dropShape } from '../../core/drop/shape.ts'
import { Final } from '../../core/errors.ts'
import { getDrop, listDrops } from '../../db/drops/read.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, listOf, newRouter } from './router.ts'

const dropSchema = dropShape.meta({ id: 'Drop' })
const tags = ['drops']

const listRoute = createRoute({
  method: 'get',
  path: '/drops',
  tags,
  summary: 'Drops, with the gate as it stands for the signed-in member',
  responses: { 200: answer(listOf(dropSchema), 'All of them') },
})

const readRoute = createRoute({
  method: 'get',
  path: '/drops/{slug}',
  tags,
  summary: 'One drop',
  request: {
    params: z.strictObject({
      slug: z
        .string()
        .min(1)
        .max(100)
        // Postgres has no text with a zero in it.
        .refine((slug) => !slug.includes('\0'), 'no such drop'),
    }),
  },
  responses: { 200: answer(dropSchema, 'The drop') },
})

export function dropRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(listRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json({ items: await listDrops(api.sql, { memberId, now: api.now() }) }, 200)
    })
    .openapi(readRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      const drop = await getDrop(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
      if (drop) return c.json(drop, 200)
      throw new Final({ code: 'drop.not-found', message: 'There is no such drop.', fix: 'Look at the list.' })
    })
}
