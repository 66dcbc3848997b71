import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerShape, happeningInputShape } from '../../core/happening/shape.ts'
import { removalShape } from '../../core/moderation/shape.ts'
import { answerHappening, withdrawAnswer } from '../../db/happenings/answer.ts'
import { removeHappening } from '../../db/happenings/remove.ts'
import { announceHappening, cancelHappening } from '../../db/happenings/write.ts'
import type { Api, Env } from './context.ts'
import { happeningFor, happeningSchema, idParams } from './happenings.ts'
import { membersOnly } from './members-only.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['happenings']
const path = '/happenings/{id}'
const request = { params: idParams }

const announceRoute = createRoute({
  method: 'post',
  path: '/happenings',
  tags,
  summary: 'Announce a meet-up or a line',
  description:
    'At a shop, or at a named place in the middle of a cell of resolution 9. As many a day as members voted for: /api/features has it.',
  request: { body: body(happeningInputShape.meta({ id: 'HappeningInput' })) },
  responses: { 201: answer(happeningSchema, 'Announced') },
})

const cancelRoute = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Call one of your own off',
  request,
  responses: { 204: { description: 'Called off; it stays to be seen as that' } },
})

const answerRoute = createRoute({
  method: 'put',
  path: `${path}/rsvp`,
  tags,
  summary: 'Say that you come, or may',
  request: { ...request, body: body(z.strictObject({ answer: answerShape })) },
  responses: { 200: answer(happeningSchema, 'The event with your answer') },
})

const withdrawRoute = createRoute({
  method: 'delete',
  path: `${path}/rsvp`,
  tags,
  summary: 'Take your answer back',
  request,
  responses: { 204: { description: 'No answer is kept' } },
})

const removeRoute = createRoute({
  method: 'post',
  path: `${path}/remove`,
  tags: ['moderation'],
  summary: 'Take a meet-up or a line down. For moderators',
  request: { ...request, body: body(removalShape) },
  responses: { 204: { description: 'Nobody sees it any more; the public log says why' } },
})

/** What members do to happenings. */
export function ownHappeningRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now } = api
  const members = membersOnly(api)
  const moderators = rolesOnly(api, 'moderator')
  return newRouter()
    .openapi({ ...announceRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await announceHappening(sql, { memberId, input: c.req.valid('json'), now: now() })
      return c.json(await happeningFor(api, id, memberId), 201)
    })
    .openapi({ ...cancelRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await cancelHappening(sql, { ...c.req.valid('param'), memberId, now: now() })
      return c.body(null, 204)
    })
    .openapi({ ...answerRoute, ...members }, async (c) => {
      const [{ memberId }, { id }] = [c.get('session'), c.req.valid('param')]
      await answerHappening(sql, { id, memberId, ...c.req.valid('json'), now: now() })
      return c.json(await happeningFor(api, id, memberId), 200)
    })
    .openapi({ ...removeRoute, ...moderators }, async (c) => {
      const [{ memberId: by }, { id }] = [c.get('session'), c.req.valid('param')]
      await removeHappening(sql, { id, by, ...c.req.valid('json'), now: now() })
      return c.body(null, 204)
    })
    .openapi({ ...withdrawRoute, ...members }, async (c) => {
      await withdrawAnswer(sql, { ...c.req.valid('param'), memberId: c.get('session').memberId })
      return c.body(null, 204)
    })
}
