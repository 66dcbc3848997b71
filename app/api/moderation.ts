import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { caseShape, logEntryShape, type ModCase, resolutionShape } from '../../core/moderation/shape.ts'
import { claimCase, releaseCase } from '../../db/moderation/claim.ts'
import { listLog } from '../../db/moderation/log.ts'
import { listCases } from '../../db/moderation/queue.ts'
import { resolveCase } from '../../db/moderation/resolve.ts'
import { noCase } from '../../db/moderation/take.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['moderation']
const params = z.strictObject({ id: z.uuid() })
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(30),
  /** Id of the last one of the page before. */
  before: z.uuid().optional(),
}
const caseSchema = caseShape.meta({ id: 'ModerationCase' })

const logRoute = createRoute({
  method: 'get',
  path: '/moderation/log',
  tags,
  summary:
    'What moderators, votes and filters did, newest first; for everyone. It names nobody it was done to',
  request: { query: z.strictObject(page) },
  responses: { 200: answer(listOf(logEntryShape.meta({ id: 'ModerationLogEntry' })), 'One page') },
})

const casesRoute = createRoute({
  method: 'get',
  path: '/moderation/cases',
  tags,
  summary: 'What members reported, votes hid or filters held: open ones oldest first. For moderators',
  request: { query: z.strictObject({ ...page, state: z.enum(['open', 'all']).default('open') }) },
  responses: { 200: answer(listOf(caseSchema), 'One page; all: newest first') },
})

const claimRoute = createRoute({
  method: 'put',
  path: '/moderation/cases/{id}/claim',
  tags,
  summary: 'Take a case for half an hour: nobody else decides it meanwhile. For moderators',
  request: { params },
  responses: { 200: answer(caseSchema, 'The case, yours') },
})

const releaseRoute = createRoute({
  method: 'delete',
  path: '/moderation/cases/{id}/claim',
  tags,
  summary: 'Give a case back. For moderators',
  request: { params },
  responses: { 204: { description: 'Anyone can take it' } },
})

const resolveRoute = createRoute({
  method: 'post',
  path: '/moderation/cases/{id}/resolve',
  tags,
  summary: 'Decide a case that one claimed: the post is taken down, or stands. For moderators',
  request: { params, body: body(resolutionShape.meta({ id: 'ModerationResolution' })) },
  responses: { 200: answer(caseSchema, 'The case, decided') },
})

async function caseOr404(api: Api, { id, by }: { id: string; by: string }): Promise<ModCase> {
  const [found] = await listCases(api.sql, { id, by, open: false, limit: 1, now: api.now() })
  if (found) return found
  throw noCase()
}

export function moderationRoutes(api: Api): OpenAPIHono<Env> {
  const moderators = rolesOnly(api, 'moderator')
  return newRouter()
    .openapi(logRoute, async (c) => c.json({ items: await listLog(api.sql, c.req.valid('query')) }, 200))
    .openapi({ ...casesRoute, ...moderators }, async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const { memberId: by } = c.get('session')
      const items = await listCases(api.sql, { ...asked, by, open: state === 'open', now: api.now() })
      return c.json({ items }, 200)
    })
    .openapi({ ...claimRoute, ...moderators }, async (c) => {
      const which = { id: c.req.valid('param').id, by: c.get('session').memberId }
      await claimCase(api.sql, { ...which, now: api.now() })
      return c.json(await caseOr404(api, which), 200)
    })
    .openapi({ ...releaseRoute, ...moderators }, async (c) => {
      const { memberId: by } = c.get('session')
      await releaseCase(api.sql, { id: c.req.valid('param').id, by, now: api.now() })
      return c.body(null, 204)
    })
    .openapi({ ...resolveRoute, ...moderators }, async (c) => {
      const which = { id: c.req.valid('param').id, by: c.get('session').memberId }
      const { challengeSeconds } = api
      const resolution = c.req.valid('json')
      await resolveCase(api.sql, { ...which, resolution, now: api.now(), challengeSeconds })
      return c.json(await caseOr404(api, which), 200)
    })
}
