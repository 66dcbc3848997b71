import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { cookieNames } from '../auth/cookies.ts'
import { refreshSession } from '../auth/refresh.ts'
import { cookieOf } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'
import { giveTokens, isOurBrowser, takeTokens, tokensShape } from './signed-in.ts'

const refreshRoute = createRoute({
  method: 'post',
  path: '/auth/refresh',
  tags: ['auth'],
  summary: 'Exchange a refresh token for new tokens',
  description:
    'Each refresh token works once; using one again ends its session. A browser sends its cookie and an empty object.',
  request: {
    body: body(z.strictObject({ refresh_token: z.string().max(200).optional() }).meta({ id: 'Refresh' })),
  },
  responses: { 200: answer(tokensShape, 'New tokens; the old ones are of no more use') },
})

const logoutRoute = createRoute({
  method: 'post',
  path: '/auth/logout',
  tags: ['auth'],
  summary: 'End this session at once, or all of them',
  request: {
    body: {
      ...body(z.strictObject({ everywhere: z.boolean().default(false) }).meta({ id: 'Logout' })),
      required: false,
    },
  },
  responses: { 204: { description: 'Signed out' } },
})

export function refreshRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  // A browser that keeps a refused refresh cookie would be asked to exchange it for ever.
  const forgetRefused: MiddlewareHandler<Env> = async (c, next) => {
    await next()
    if (c.res.status === 401 && isOurBrowser(c, api)) takeTokens(c, api)
  }
  return newRouter()
    .openapi({ ...refreshRoute, middleware: forgetRefused }, async (c) => {
      // Only our own pages' cookie counts.
      const cookie = isOurBrowser(c, api) ? c.req.header('cookie') : undefined
      const kept = cookieOf(cookie, cookieNames(api.origin).refresh)
      const tokens = await refreshSession(api, c.req.valid('json').refresh_token ?? kept ?? '')
      return c.json(giveTokens(c, api, tokens), 200)
    })
    .openapi({ ...logoutRoute, ...members }, async (c) => {
      const { sessionId: id, memberId } = c.get('session')
      const { everywhere = false } = c.req.valid('json') ?? {}
      if (everywhere) await api.stores.sessions.endAll(memberId)
      else await api.stores.sessions.end({ id, memberId })
      takeTokens(c, api)
      return c.body(null, 204)
    })
}
