import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type SessionInfo, sessionShape } from '../../core/auth/session-shape.ts'
import type { Session } from '../../core/auth/session-store.ts'
import { Final } from '../../core/errors.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, listOf, newRouter } from './router.ts'
import { takeTokens } from './signed-in.ts'

const tags = ['members']

const listRoute = createRoute({
  method: 'get',
  path: '/me/sessions',
  tags,
  summary: 'Where one is signed in, newest first',
  responses: { 200: answer(listOf(sessionShape.meta({ id: 'Session' })), 'All that stand') },
})

const endOthersRoute = createRoute({
  method: 'delete',
  path: '/me/sessions',
  tags,
  summary: 'Sign out everywhere else',
  responses: { 204: { description: 'Only this session stands' } },
})

const endRoute = createRoute({
  method: 'delete',
  path: '/me/sessions/{id}',
  tags,
  summary: 'End one session at once',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 204: { description: 'Ended' } },
})

function toInfo(session: Session, current: string): SessionInfo {
  return {
    id: session.id,
    current: session.id === current,
    user_agent: session.userAgent,
    created_at: session.createdAt.toISOString(),
    used_at: session.usedAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
  }
}

export function sessionRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  const { sessions } = api.stores
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId, sessionId } = c.get('session')
      const found = await sessions.list(memberId, api.now())
      return c.json({ items: found.map((session) => toInfo(session, sessionId)) }, 200)
    })
    .openapi({ ...endOthersRoute, ...members }, async (c) => {
      const { memberId, sessionId } = c.get('session')
      await sessions.endAll(memberId, sessionId)
      return c.body(null, 204)
    })
    .openapi({ ...endRoute, ...members }, async (c) => {
      const { memberId, sessionId } = c.get('session')
      const { id } = c.req.valid('param')
      const ended = await sessions.end({ id, memberId })
      if (!ended)
        throw new Final({
          code: 'session.not-found',
          message: 'You have no such session.',
          fix: 'Look at the list; it may have ended by itself.',
        })
      if (id === sessionId) takeTokens(c, api)
      return c.body(null, 204)
    })
}
