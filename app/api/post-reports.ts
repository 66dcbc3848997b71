import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { reportInputShape, reportShape } from '../../core/moderation/shape.ts'
import { reportPost } from '../../db/moderation/report.ts'
import { muteInThread, unmuteThread } from '../../db/moderation/thread-mute.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['moderation']
const request = { params: z.strictObject({ id: z.uuid() }) }

const reportRoute = createRoute({
  method: 'post',
  path: '/community/posts/{id}/report',
  tags,
  summary:
    'Say that a post or reply should not stand; a moderator looks at it. Nobody is told who reported it',
  request: { ...request, body: body(reportInputShape.meta({ id: 'PostReportInput' })) },
  responses: { 201: answer(reportShape.meta({ id: 'PostReport' }), 'In the queue') },
})

const muteRoute = createRoute({
  method: 'put',
  path: '/community/posts/{id}/mute',
  tags,
  summary: 'Mute whoever wrote this anonymous post, in this thread',
  description:
    'Elsewhere it would tell what the same member wrote. Members with a name: PUT /api/users/{username}/block.',
  request,
  responses: { 204: { description: 'No longer shown to the reader' } },
})

const unmuteRoute = createRoute({
  method: 'delete',
  path: '/community/posts/{id}/mute',
  tags,
  summary: 'Show the thread of this post whole again',
  request,
  responses: { 204: { description: 'Shown' } },
})

export function postReportRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...reportRoute, ...pacedMembers(api, 'report') }, async (c) => {
      const { memberId } = c.get('session')
      const { id: postId } = c.req.valid('param')
      const input = c.req.valid('json')
      return c.json(await reportPost(api.sql, { postId, memberId, input, now: api.now() }), 201)
    })
    .openapi({ ...muteRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await muteInThread(api.sql, { memberId, postId: c.req.valid('param').id, now: api.now() })
      return c.body(null, 204)
    })
    .openapi({ ...unmuteRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await unmuteThread(api.sql, { memberId, postId: c.req.valid('param').id })
      return c.body(null, 204)
    })
}
