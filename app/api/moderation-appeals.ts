import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  appealInputShape,
  conductShape,
  modAppealShape,
  reviewModAppealShape,
  wordsShape,
} from '../../core/moderation/shape.ts'
import { openModAppeal } from '../../db/moderation/appeal.ts'
import { listModAppeals } from '../../db/moderation/appeals.ts'
import { readConduct } from '../../db/moderation/conduct.ts'
import { decideModAppeal } from '../../db/moderation/decide-appeal.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['moderation']
const appealSchema = modAppealShape.meta({ id: 'ModerationAppeal' })

const conductRoute = createRoute({
  method: 'get',
  path: '/me/conduct',
  tags,
  summary: 'Where the member stands with the moderators: what was taken down, strikes, mutes, appeals',
  responses: { 200: answer(conductShape.meta({ id: 'Conduct' }), 'All of it') },
})

const appealRoute = createRoute({
  method: 'post',
  path: '/moderation/appeals',
  tags,
  summary: 'Say that a decision about oneself was wrong, once; another moderator decides',
  request: { body: body(appealInputShape.meta({ id: 'ModerationAppealInput' })) },
  responses: { 201: answer(appealSchema, 'The appeal, open') },
})

const appealsRoute = createRoute({
  method: 'get',
  path: '/moderation/appeals',
  tags,
  summary: 'Appeals with what they are about, newest first. For moderators',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** Id of the last one of the page before. */
      before: z.uuid().optional(),
      state: z.enum(['open', 'all']).default('open'),
    }),
  },
  responses: {
    200: answer(listOf(reviewModAppealShape.meta({ id: 'ReviewModerationAppeal' })), 'One page'),
  },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/moderation/appeals/{id}/decide',
  tags,
  summary: 'Decide an appeal against another moderator: granted, what was done is undone. For moderators',
  request: {
    params: z.strictObject({ id: z.uuid() }),
    body: body(
      z.strictObject({ granted: z.boolean(), answer: wordsShape }).meta({ id: 'ModerationAppealDecision' }),
    ),
  },
  responses: { 200: answer(appealSchema, 'The appeal, decided') },
})

export function moderationAppealRoutes(api: Api): OpenAPIHono<Env> {
  const [members, moderators] = [membersOnly(api), rolesOnly(api, 'moderator')]
  return newRouter()
    .openapi({ ...conductRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await readConduct(api.sql, { memberId, now: api.now() }), 200)
    })
    .openapi({ ...appealRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const input = c.req.valid('json')
      return c.json(await openModAppeal(api.sql, { memberId, input, now: api.now() }), 201)
    })
    .openapi({ ...appealsRoute, ...moderators }, async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const { memberId: by } = c.get('session')
      return c.json({ items: await listModAppeals(api.sql, { ...asked, by, open: state === 'open' }) }, 200)
    })
    .openapi({ ...decideRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      const decision = { id: c.req.valid('param').id, by, ...c.req.valid('json'), now: api.now() }
      return c.json(await decideModAppeal(api.sql, decision), 200)
    })
}
