import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  challengeOutcomes,
  challengeShape,
  reasonShape,
  reviewAwardShape,
  reviewChallengeShape,
} from '../../core/karma/shape.ts'
import { usernameShape } from '../../core/member/shape.ts'
import { reverseAward } from '../../db/awards/reverse.ts'
import { listAwards } from '../../db/awards/review.ts'
import { listChallenges } from '../../db/challenges/list.ts'
import { resolveChallenge } from '../../db/challenges/resolve.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['karma']
const params = z.strictObject({ id: z.uuid() })
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(30),
  /** Id of the last one of the page before. */
  before: z.uuid().optional(),
}

const awardsRoute = createRoute({
  method: 'get',
  path: '/karma/awards',
  tags,
  summary: 'Awards of everyone, newest first; for moderators',
  request: { query: z.strictObject({ ...page, username: usernameShape.optional() }) },
  responses: { 200: answer(listOf(reviewAwardShape.meta({ id: 'ReviewAward' })), 'One page') },
})

const reverseRoute = createRoute({
  method: 'post',
  path: '/karma/awards/{id}/reverse',
  tags,
  summary: 'Take an award back before it is minted; caps and budgets are counted again. For moderators',
  request: { params, body: body(z.strictObject({ reason: reasonShape }).meta({ id: 'ReversalReason' })) },
  responses: { 204: { description: 'Taken back' } },
})

const challengesRoute = createRoute({
  method: 'get',
  path: '/karma/challenges',
  tags,
  summary: 'Challenges with the awards they are about, newest first; for moderators',
  request: {
    query: z.strictObject({ ...page, state: z.enum(['open', 'all']).default('open') }),
  },
  responses: { 200: answer(listOf(reviewChallengeShape.meta({ id: 'ReviewChallenge' })), 'One page') },
})

const resolveRoute = createRoute({
  method: 'post',
  path: '/karma/challenges/{id}/resolve',
  tags,
  summary:
    'Decide a challenge: upheld takes the awards back, dismissed and false let them go on. For moderators',
  request: {
    params,
    body: body(
      z
        .strictObject({ outcome: z.enum(challengeOutcomes), note: reasonShape })
        .meta({ id: 'ChallengeDecision' }),
    ),
  },
  responses: { 200: answer(challengeShape.meta({ id: 'Challenge' }), 'The challenge, decided') },
})

export function karmaReviewRoutes(api: Api): OpenAPIHono<Env> {
  const moderators = rolesOnly(api, 'moderator')
  return newRouter()
    .openapi({ ...awardsRoute, ...moderators }, async (c) => {
      const items = await listAwards(api.sql, { ...c.req.valid('query'), now: api.now() })
      return c.json({ items }, 200)
    })
    .openapi({ ...reverseRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      const { reason } = c.req.valid('json')
      await reverseAward(api.sql, { awardId: c.req.valid('param').id, by, reason, now: api.now() })
      return c.body(null, 204)
    })
    .openapi({ ...challengesRoute, ...moderators }, async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const items = await listChallenges(api.sql, { ...asked, open: state === 'open', now: api.now() })
      return c.json({ items }, 200)
    })
    .openapi({ ...resolveRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      const decision = { id: c.req.valid('param').id, by, ...c.req.valid('json'), now: api.now() }
      const { challengeSeconds } = api
      return c.json(await resolveChallenge(api.sql, { ...decision, challengeSeconds }), 200)
    })
}
