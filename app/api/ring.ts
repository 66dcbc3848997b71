import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { appealShape, appealTextShape, clusterShape, reviewAppealShape } from '../../core/karma/ring/shape.ts'
import { openAppeal } from '../../db/ring/appeal.ts'
import { listAppeals } from '../../db/ring/appeals.ts'
import { readCluster } from '../../db/ring/cluster.ts'
import { decideAppeal } from '../../db/ring/decide.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['karma']
const appealSchema = appealShape.meta({ id: 'Appeal' })

const clusterRoute = createRoute({
  method: 'get',
  path: '/karma/cluster',
  tags,
  summary: 'How far the circle around one only vouches for itself, with the reasons; names nobody else',
  responses: { 200: answer(clusterShape.meta({ id: 'Cluster' }), 'The score') },
})

const appealRoute = createRoute({
  method: 'post',
  path: '/karma/appeals',
  tags,
  summary: 'Say that the discount is wrong, for a moderator to decide',
  request: { body: body(z.strictObject({ text: appealTextShape }).meta({ id: 'NewAppeal' })) },
  responses: { 201: answer(appealSchema, 'The appeal, open') },
})

const appealsRoute = createRoute({
  method: 'get',
  path: '/karma/appeals',
  tags,
  summary: 'Appeals, newest first; for moderators',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** Id of the last one of the page before. */
      before: z.uuid().optional(),
      state: z.enum(['open', 'all']).default('open'),
    }),
  },
  responses: { 200: answer(listOf(reviewAppealShape.meta({ id: 'ReviewAppeal' })), 'One page') },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/karma/appeals/{id}/decide',
  tags,
  summary: 'Decide an appeal: a granted one keeps discounts away for 90 days. For moderators',
  request: {
    params: z.strictObject({ id: z.uuid() }),
    body: body(
      z.strictObject({ granted: z.boolean(), note: appealTextShape }).meta({ id: 'AppealDecision' }),
    ),
  },
  responses: { 200: answer(appealSchema, 'The appeal, decided') },
})

export function ringRoutes(api: Api): OpenAPIHono<Env> {
  const [members, moderators] = [membersOnly(api), rolesOnly(api, 'moderator')]
  return newRouter()
    .openapi({ ...clusterRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await readCluster(api.sql, { memberId, now: api.now() }), 200)
    })
    .openapi({ ...appealRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { text } = c.req.valid('json')
      return c.json(await openAppeal(api.sql, { memberId, text, now: api.now() }), 201)
    })
    .openapi({ ...appealsRoute, ...moderators }, async (c) => {
      const { state, ...page } = c.req.valid('query')
      return c.json({ items: await listAppeals(api.sql, { ...page, open: state === 'open' }) }, 200)
    })
    .openapi({ ...decideRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      const decision = { id: c.req.valid('param').id, by, ...c.req.valid('json'), now: api.now() }
      return c.json(await decideAppeal(api.sql, decision), 200)
    })
}
