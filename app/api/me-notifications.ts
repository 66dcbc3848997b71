import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { notificationShape } from '../../core/member/notifications.ts'
import { readNotifications, saveNotifications } from '../../db/members/notifications.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['members']
const settingsSchema = notificationShape.meta({ id: 'NotificationSettings' })

const readRoute = createRoute({
  tags,
  method: 'get',
  path: '/me/notifications',
  summary: 'What the member wants to hear of, and when',
  responses: { 200: answer(settingsSchema, 'The settings') },
})

const saveRoute = createRoute({
  tags,
  method: 'put',
  path: '/me/notifications',
  summary: 'Replace them',
  request: { body: body(settingsSchema) },
  responses: { 200: answer(settingsSchema, 'The settings, saved') },
})

export function notificationRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...readRoute, ...members }, async (c) => {
      return c.json(await readNotifications(api.sql, c.get('session').memberId), 200)
    })
    .openapi({ ...saveRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await saveNotifications(api.sql, memberId, c.req.valid('json'))
      return c.json(await readNotifications(api.sql, memberId), 200)
    })
}
