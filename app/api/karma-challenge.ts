import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { challengeShape, reasonShape } from '../../core/karma/shape.ts'
import { openChallenge } from '../../db/challenges/open.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const challengeRoute = createRoute({
  method: 'post',
  path: '/community/restocks/{id}/challenge',
  tags: ['karma'],
  summary: 'Dispute a restock: its awards wait for a moderator, for a bounded time',
  description:
    'Asks for a trust level: GET /api/karma/standing says which one has this right, and how often.',
  request: {
    params: z.strictObject({ id: z.uuid() }),
    body: body(z.strictObject({ reason: reasonShape }).meta({ id: 'ChallengeReason' })),
  },
  responses: { 201: answer(challengeShape.meta({ id: 'Challenge' }), 'The challenge, open') },
})

export function challengeRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi({ ...challengeRoute, ...membersOnly(api) }, async (c) => {
    const { memberId } = c.get('session')
    const { id: restockId } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    return c.json(await openChallenge(api.sql, { restockId, memberId, reason, now: api.now() }), 201)
  })
}
