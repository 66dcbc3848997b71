import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  callInputShape,
  groupAlertsShape,
  groupMonitorInputShape,
  groupMonitorShape,
  groupNewsShape,
} from '../../core/group/monitor.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { callOut } from '../../db/group-alerts/call.ts'
import { setListening } from '../../db/group-alerts/listen.ts'
import { readGroupAlerts } from '../../db/group-alerts/read.ts'
import { listGroupMonitors } from '../../db/group-monitors/list.ts'
import { shareMonitor } from '../../db/group-monitors/share.ts'
import { stopSharing } from '../../db/group-monitors/stop.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, readerOf, groupTags as tags } from './group-reader.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const alerts = '/groups/{slug}/alerts'
const monitors = '/groups/{slug}/monitors'
const monitorSchema = groupMonitorShape.meta({ id: 'GroupMonitor' })

const readRoute = createRoute({
  tags,
  method: 'get',
  path: alerts,
  summary: "A group's alert channel: what moderators called out, and what its monitors saw",
  request: { params },
  responses: { 200: answer(groupAlertsShape.meta({ id: 'GroupAlerts' }), 'The latest first') },
})

const callRoute = createRoute({
  tags,
  method: 'post',
  path: alerts,
  summary: 'Call something out to everybody in the group; for moderators',
  request: { params, body: body(callInputShape.meta({ id: 'CallInput' })) },
  responses: { 201: answer(groupNewsShape.meta({ id: 'GroupNews' }), 'As it stands in the channel') },
})

const listenRoute = createRoute({
  tags,
  method: 'put',
  path: `${alerts}/listening`,
  summary: 'Whether one is told of the group’s alerts, where one is told of alerts',
  request: { params, body: body(z.strictObject({ on: z.boolean() }).meta({ id: 'Listening' })) },
  responses: { 204: { description: 'As it was said' } },
})

const listRoute = createRoute({
  tags,
  method: 'get',
  path: monitors,
  summary: 'Monitors that the group shares, and what they see',
  request: { params },
  responses: { 200: answer(listOf(monitorSchema), 'All of them') },
})

const shareRoute = createRoute({
  tags,
  method: 'post',
  path: monitors,
  summary: 'Share a monitor of a product’s page with the group; for moderators',
  description: 'A page that nobody watches yet is watched from now on, if it is at the shop’s own address.',
  request: { params, body: body(groupMonitorInputShape.meta({ id: 'GroupMonitorInput' })) },
  responses: { 201: answer(monitorSchema, 'The monitor; the same page once more is the one that is there') },
})

const stopRoute = createRoute({
  tags,
  method: 'delete',
  path: `${monitors}/{id}`,
  summary: 'Share a monitor no more; for moderators',
  request: { params: params.extend({ id: z.uuid() }) },
  responses: { 204: { description: 'Shared no more; who was the last to want it ended it' } },
})

function addMonitors(router: OpenAPIHono<Env>, api: Api): void {
  const members = membersOnly(api)
  router.openapi(listRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    return c.json({ items: await listGroupMonitors(api.sql, asked) }, 200)
  })
  router.openapi({ ...shareRoute, ...pacedMembers(api, 'post') }, async (c) => {
    const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    const { url: text, sneaker_id: sneakerId, store_id: storeId } = c.req.valid('json')
    const url = requireMemberUrl(text, { loopback: api.demo })
    return c.json(await shareMonitor(api.sql, { ...by, url, sneakerId, storeId }), 201)
  })
  router.openapi({ ...stopRoute, ...members }, async (c) => {
    const { memberId } = c.get('session')
    await stopSharing(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
    return c.body(null, 204)
  })
}

/** A group's alert channel, and the monitors that it shares. */
export function groupAlertRoutes(api: Api): OpenAPIHono<Env> {
  const router = newRouter()
  addMonitors(router, api)
  router.openapi(readRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    return c.json(await readGroupAlerts(api.sql, asked), 200)
  })
  router.openapi({ ...callRoute, ...pacedMembers(api, 'post') }, async (c) => {
    const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    return c.json(await callOut(api.sql, { ...by, ...c.req.valid('json') }), 201)
  })
  router.openapi({ ...listenRoute, ...membersOnly(api) }, async (c) => {
    const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    await setListening(api.sql, { ...by, ...c.req.valid('json') })
    return c.body(null, 204)
  })
  return router
}
