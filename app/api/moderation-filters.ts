import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { filterInputShape, filterShape } from '../../core/moderation/shape.ts'
import { addFilter, listFilters, removeFilter } from '../../db/moderation/filters.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['moderation']
const path = '/moderation/filters'
const filtersSchema = listOf(filterShape.meta({ id: 'WordFilter' }))

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Words and domains that posts are kept from, newest first. For moderators',
  responses: { 200: answer(filtersSchema, 'All of them') },
})

const addRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Add a filter; the same pattern again changes what it does. For moderators',
  request: { body: body(filterInputShape.meta({ id: 'WordFilterInput' })) },
  responses: { 201: answer(filtersSchema, 'All of them') },
})

const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Remove a filter; what it held waits for a moderator all the same. For moderators',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 204: { description: 'Removed' } },
})

export function moderationFilterRoutes(api: Api): OpenAPIHono<Env> {
  const moderators = rolesOnly(api, 'moderator')
  return newRouter()
    .openapi({ ...listRoute, ...moderators }, async (c) => c.json({ items: await listFilters(api.sql) }, 200))
    .openapi({ ...addRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      await addFilter(api.sql, { input: c.req.valid('json'), by, now: api.now() })
      return c.json({ items: await listFilters(api.sql) }, 201)
    })
    .openapi({ ...removeRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      await removeFilter(api.sql, { id: c.req.valid('param').id, by, now: api.now() })
      return c.body(null, 204)
    })
}
