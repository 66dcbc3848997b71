import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { followInputShape, followShape } from '../../core/follow/shape.ts'
import { addFollow } from '../../db/follows/add.ts'
import { listFollows } from '../../db/follows/list.ts'
import { removeFollow } from '../../db/follows/remove.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['alerts']
const path = '/me/follows'
const followSchema = followShape.meta({ id: 'Follow' })

const listRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'What the member wants to hear of',
  responses: { 200: answer(listOf(followSchema), 'All of it, in the order it was chosen') },
})

const addRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Follow a pair, a size, a store, cells, or what is several of these at once',
  request: { body: body(followInputShape.meta({ id: 'FollowInput' })) },
  responses: { 201: answer(followSchema, 'Followed; the same once more is the one that is there') },
})

const removeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Stop following',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 204: { description: 'No longer followed' } },
})

export function followRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      return c.json({ items: await listFollows(api.sql, c.get('session').memberId) }, 200)
    })
    .openapi({ ...addRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await addFollow(api.sql, { memberId, filter: c.req.valid('json') }), 201)
    })
    .openapi({ ...removeRoute, ...members }, async (c) => {
      await removeFollow(api.sql, { ...c.req.valid('param'), memberId: c.get('session').memberId })
      return c.body(null, 204)
    })
}
