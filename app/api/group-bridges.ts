import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bridgeInputShape, bridgeShape, bridgeTestShape } from '../../core/group/bridge.ts'
import { uuidv7 } from '../../core/id.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { addBridge, listBridges, removeBridge, requireBridge } from '../../db/bridges/bridges.ts'
import { readAddress } from '../../db/channels/address.ts'
import { noteTest } from '../../db/channels/tested.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, groupTags as tags } from './group-reader.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const path = '/groups/{slug}/bridges'
const oneOf = params.extend({ id: z.uuid() })
const bridgeSchema = bridgeShape.meta({ id: 'Bridge' })

const listRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'Discord channels that are told of the group’s alerts; for moderators',
  request: { params },
  responses: { 200: answer(listOf(bridgeSchema), 'All of them; never their addresses') },
})

const addRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Have the group’s alerts sent to a Discord channel; for moderators',
  request: { params, body: body(bridgeInputShape.meta({ id: 'BridgeInput' })) },
  responses: { 201: answer(bridgeSchema, 'The bridge, for as long as its maker is a moderator') },
})

const removeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Take a bridge down; for moderators',
  request: { params: oneOf },
  responses: { 204: { description: 'Gone, with all that waited for it' } },
})

const testRoute = createRoute({
  tags,
  method: 'post',
  path: `${path}/{id}/test`,
  summary: 'Send a test alert over a bridge, now, and say what happened; for moderators',
  request: { params: oneOf },
  responses: { 200: answer(bridgeTestShape.meta({ id: 'BridgeTest' }), 'What happened, in words') },
})

async function test(api: Api, id: string): Promise<z.infer<typeof bridgeTestShape>> {
  const outcome = await api.alerts.send(await readAddress(api.sql, api.vault, { id }), {
    ...{ id: uuidv7(), alerts: [] },
  })
  await noteTest(api.sql, id, outcome)
  if (outcome.kind === 'sent') return { arrived: true, message: 'It took the test alert.' }
  return { arrived: false, message: outcome.problem }
}

/** Where a group's alerts go beside its members' own channels. */
export function groupBridgeRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      const asked = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      return c.json({ items: await listBridges(api.sql, asked) }, 200)
    })
    .openapi({ ...addRoute, ...members }, async (c) => {
      const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      const { url, label } = c.req.valid('json')
      const { href } = requireMemberUrl(url, { loopback: api.demo })
      return c.json(await addBridge(api.sql, api.vault, { ...by, input: { url: href, label } }), 201)
    })
    .openapi({ ...removeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await removeBridge(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
      return c.body(null, 204)
    })
    .openapi({ ...testRoute, ...members }, async (c) => {
      const { id, slug } = c.req.valid('param')
      const { memberId } = c.get('session')
      await requireBridge(api.sql, { id, slug, memberId, now: api.now() })
      return c.json(await test(api, id), 200)
    })
}
