import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { reportShape, thingReportShape } from '../../core/moderation/shape.ts'
import { reportThing } from '../../db/moderation/report-thing.ts'
import type { Api, Env } from './context.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, newRouter } from './router.ts'

const reportRoute = createRoute({
  method: 'post',
  path: '/moderation/reports',
  tags: ['moderation'],
  summary:
    "Say that an event, a restock's note, a group or a guide should not stand; a moderator looks at it",
  description:
    'Nobody is told who reported it. Posts and replies: POST /api/community/posts/{id}/report. Untrue restocks: challenges.',
  request: { body: body(thingReportShape.meta({ id: 'ThingReportInput' })) },
  responses: { 201: answer(reportShape.meta({ id: 'PostReport' }), 'In the queue') },
})

export function thingReportRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi({ ...reportRoute, ...pacedMembers(api, 'report') }, async (c) => {
    const { memberId } = c.get('session')
    const input = c.req.valid('json')
    return c.json(await reportThing(api.sql, { memberId, input, now: api.now() }), 201)
  })
}
