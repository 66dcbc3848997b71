import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readMemberPlace } from '../../core/group/cursor.ts'
import {
  groupMemberPageShape,
  groupRoleShape,
  removalReasonShape,
  removedShape,
} from '../../core/group/shape.ts'
import { joinGroup } from '../../db/groups/join.ts'
import { listGroupMembers } from '../../db/groups/members.ts'
import { listRemoved, readmit } from '../../db/groups/removed.ts'
import { changeRole, leaveGroup, removeFromGroup } from '../../db/groups/role.ts'
import type { Api, Env } from './context.ts'
import { inGroupParams, groupParams as params, placeOf, readerOf, groupTags as tags } from './group-reader.ts'
import { groupSchema } from './groups.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const joinRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/{slug}/join',
  summary: 'Join an open group, or one whose gate the member passes',
  request: { params },
  responses: { 200: answer(groupSchema, 'The group; who is in it already stays') },
})

const leaveRoute = createRoute({
  tags,
  method: 'delete',
  path: '/groups/{slug}/membership',
  summary: 'Leave it; its owner hands it over or closes it first',
  request: { params },
  responses: { 204: { description: 'Left' } },
})

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/groups/{slug}/members',
  summary: 'Who is in it: the owner, moderators, then the others in the order they came',
  request: {
    params,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      /** Of the page before. */
      cursor: z.string().max(80).optional(),
    }),
  },
  responses: { 200: answer(groupMemberPageShape.meta({ id: 'GroupMemberPage' }), 'One page') },
})

const roleRoute = createRoute({
  tags,
  method: 'patch',
  path: '/groups/{slug}/members/{username}',
  summary: 'Give somebody a role; for its owner, who can make somebody else it',
  request: {
    params: inGroupParams,
    body: body(z.strictObject({ role: groupRoleShape }).meta({ id: 'GroupRole' })),
  },
  responses: { 204: { description: 'They have it' } },
})

const removeRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/{slug}/members/{username}/remove',
  summary: 'Remove somebody, who is told why; for moderators',
  request: {
    params: inGroupParams,
    body: body(z.strictObject({ reason: removalReasonShape }).meta({ id: 'RemovalReason' })),
  },
  responses: { 204: { description: 'Removed, and not to come back by themselves' } },
})

const removedRoute = createRoute({
  tags,
  method: 'get',
  path: '/groups/{slug}/removed',
  summary: 'Who was removed; for moderators',
  request: { params },
  responses: { 200: answer(listOf(removedShape.meta({ id: 'RemovedMember' })), 'The latest first') },
})

const readmitRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/{slug}/members/{username}/readmit',
  summary: 'Let somebody join again who was removed; for moderators',
  request: { params: inGroupParams },
  responses: { 204: { description: 'They may' } },
})

function addMembership(router: OpenAPIHono<Env>, api: Api): void {
  const members = membersOnly(api)
  router.openapi({ ...joinRoute, ...members }, async (c) => {
    const { memberId } = c.get('session')
    return c.json(await joinGroup(api.sql, { ...c.req.valid('param'), memberId, now: api.now() }), 200)
  })
  router.openapi({ ...leaveRoute, ...members }, async (c) => {
    const { memberId } = c.get('session')
    await leaveGroup(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
    return c.body(null, 204)
  })
  router.openapi(listRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    const after = placeOf(cursor, readMemberPlace)
    return c.json(await listGroupMembers(api.sql, { ...asked, limit, after }), 200)
  })
}

function addRoles(router: OpenAPIHono<Env>, api: Api): void {
  const members = membersOnly(api)
  router.openapi({ ...roleRoute, ...members }, async (c) => {
    const about = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    await changeRole(api.sql, { ...about, ...c.req.valid('json') })
    return c.body(null, 204)
  })
  router.openapi({ ...removeRoute, ...members }, async (c) => {
    const about = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    await removeFromGroup(api.sql, { ...about, ...c.req.valid('json') })
    return c.body(null, 204)
  })
  router.openapi({ ...removedRoute, ...members }, async (c) => {
    const asked = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    return c.json({ items: await listRemoved(api.sql, asked) }, 200)
  })
  router.openapi({ ...readmitRoute, ...members }, async (c) => {
    await readmit(api.sql, { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() })
    return c.body(null, 204)
  })
}

/** Who is in a group: joining, leaving, roles, removals. */
export function groupMemberRoutes(api: Api): OpenAPIHono<Env> {
  const router = newRouter()
  addMembership(router, api)
  addRoles(router, api)
  return router
}
