import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { pushInputShape, pushKeyShape } from '../../core/channel/shape.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { writeChannel } from '../../db/channels/write.ts'
import { channelSchema } from './channels.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['alerts']

const keyRoute = createRoute({
  tags,
  method: 'get',
  path: '/push/key',
  summary: 'What a browser subscribes to push messages with: the applicationServerKey (RFC 8292)',
  responses: { 200: answer(pushKeyShape.meta({ id: 'PushKey' }), 'The key') },
})

const registerRoute = createRoute({
  tags,
  method: 'post',
  path: '/me/push',
  summary: "Have alerts pushed to a browser: what its PushSubscription's toJSON says",
  description: 'To be repeated at every start of a page: the same endpoint is the same channel.',
  request: { body: body(pushInputShape.meta({ id: 'PushSubscription' })) },
  responses: { 200: answer(channelSchema, 'The channel') },
})

export function pushRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(keyRoute, (c) => c.json({ public_key: api.alerts.publicKey() }, 200))
    .openapi({ ...registerRoute, ...membersOnly(api) }, async (c) => {
      const { memberId } = c.get('session')
      const { label, replaces, endpoint, keys } = c.req.valid('json')
      const { href } = requireMemberUrl(endpoint, { loopback: api.demo })
      const address = { kind: 'web-push' as const, endpoint: href, keys }
      return c.json(await writeChannel(api.sql, api.vault, { memberId, label, address, replaces }), 200)
    })
}
