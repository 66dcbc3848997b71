import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { newWebhookSecret } from '../../adapters/push/webhook.ts'
import {
  type Address,
  type ChannelInput,
  channelInputShape,
  channelShape,
  madeChannelShape,
  testedShape,
} from '../../core/channel/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { readAddress } from '../../db/channels/address.ts'
import { listChannels } from '../../db/channels/list.ts'
import { removeChannel } from '../../db/channels/remove.ts'
import { noteTest } from '../../db/channels/tested.ts'
import { writeChannel } from '../../db/channels/write.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['alerts']
const path = '/me/channels'
const params = z.strictObject({ id: z.uuid() })

export const channelSchema = channelShape.meta({ id: 'Channel' })

const listRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'Where the member is told of alerts: browsers, webhooks, Discord',
  responses: { 200: answer(listOf(channelSchema), 'All of them; never their addresses') },
})

const addRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Have alerts sent to a webhook (Standard Webhooks) or to a Discord channel',
  request: { body: body(channelInputShape.meta({ id: 'ChannelInput' })) },
  responses: {
    201: answer(
      madeChannelShape.meta({ id: 'MadeChannel' }),
      "The channel, and a webhook's secret this once",
    ),
  },
})

const removeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Send nothing there any more',
  request: { params },
  responses: { 204: { description: 'Gone, with all that waited for it' } },
})

const testRoute = createRoute({
  tags,
  method: 'post',
  path: `${path}/{id}/test`,
  summary: 'Send a test alert there, now, and say what happened',
  request: { params },
  responses: { 200: answer(testedShape.meta({ id: 'ChannelTest' }), 'What happened, in words') },
})

function addressOf(api: Api, { kind, url }: ChannelInput): Address {
  const { href } = requireMemberUrl(url, { loopback: api.demo })
  return kind === 'webhook' ? { kind, url: href, secret: newWebhookSecret() } : { kind, url: href }
}

type Testing = { id: string; memberId: string }

async function test(api: Api, testing: Testing): Promise<z.infer<typeof testedShape>> {
  const address = await readAddress(api.sql, api.vault, testing)
  const outcome = await api.alerts.send(address, { id: uuidv7(), alerts: [] })
  const channel = await noteTest(api.sql, testing.id, outcome)
  if (outcome.kind === 'sent') return { arrived: true, message: 'It took the test alert.', channel }
  const end = channel ? '' : ' This browser is off the list; turn push on again in it.'
  return { arrived: false, message: outcome.problem + end, channel }
}

export function channelRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      return c.json({ items: await listChannels(api.sql, c.get('session').memberId) }, 200)
    })
    .openapi({ ...addRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const input = c.req.valid('json')
      const address = addressOf(api, input)
      const channel = await writeChannel(api.sql, api.vault, { memberId, label: input.label, address })
      return c.json({ channel, secret: address.kind === 'webhook' ? address.secret : null }, 201)
    })
    .openapi({ ...removeRoute, ...members }, async (c) => {
      await removeChannel(api.sql, { ...c.req.valid('param'), memberId: c.get('session').memberId })
      return c.body(null, 204)
    })
    .openapi({ ...testRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await test(api, { ...c.req.valid('param'), memberId }), 200)
    })
}
