import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cellShape } from '../../core/cell/shape.ts'
import { readListPlace } from '../../core/group/cursor.ts'
import { MOST_GATE_TEXT } from '../../core/group/gate.ts'
import {
  type GroupPage,
  gateTrialShape,
  groupChangeShape,
  groupInputShape,
  groupPageShape,
  groupShape,
} from '../../core/group/shape.ts'
import { changeGroup } from '../../db/groups/change.ts'
import { closeGroup } from '../../db/groups/close.ts'
import { foundGroup } from '../../db/groups/found.ts'
import type { Reader } from '../../db/groups/judge.ts'
import { groupsNear, listGroups, ownGroups } from '../../db/groups/list.ts'
import { readGroup } from '../../db/groups/load.ts'
import { tryGate } from '../../db/groups/try-gate.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, placeOf, readerOf, groupTags as tags } from './group-reader.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

export const groupSchema = groupShape.meta({ id: 'Group' })

const listQuery = z.strictObject({
  /** A city cell (H3 resolution 5): groups of it and of those beside it. */
  near: cellShape.optional(),
  /** The reader's own. */
  mine: z.literal('1').optional(),
  /** A part of the name. */
  q: z
    .string()
    .trim()
    .max(60)
    .refine((text) => !text.includes('\0'), 'a part of a name')
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(30),
  /** Of the page before. */
  cursor: z.string().max(60).optional(),
})

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/groups',
  summary: 'Cook groups: all of them, those near a city, or one’s own',
  description:
    'Groups by invite are listed to those who are in them. What each asks for is told as it stands for the reader.',
  request: { query: listQuery },
  responses: { 200: answer(groupPageShape.meta({ id: 'GroupPage' }), 'One page') },
})

const foundRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups',
  summary: 'Found a group; for members of some trust',
  request: { body: body(groupInputShape.meta({ id: 'GroupInput' })) },
  responses: { 201: answer(groupSchema, 'Founded, and the member is its owner') },
})

const readRoute = createRoute({
  tags,
  method: 'get',
  path: '/groups/{slug}',
  summary: 'One group, and what the reader may do in it by the newest mirrored block',
  request: { params },
  responses: { 200: answer(groupSchema, 'The group') },
})

const changeRoute = createRoute({
  tags,
  method: 'patch',
  path: '/groups/{slug}',
  summary: 'Change what is given; for its owner',
  request: { params, body: body(groupChangeShape.meta({ id: 'GroupChange' })) },
  responses: { 200: answer(groupSchema, 'The group, changed') },
})

const closeRoute = createRoute({
  tags,
  method: 'delete',
  path: '/groups/{slug}',
  summary: 'Close it for good; for its owner',
  request: { params },
  responses: { 204: { description: 'Closed' } },
})

const gateRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/gate',
  summary: 'Try a gate that is being written: what it says, and whether it would let the writer in',
  request: {
    body: body(z.strictObject({ gate: z.string().min(1).max(MOST_GATE_TEXT) }).meta({ id: 'GateInput' })),
  },
  responses: { 200: answer(gateTrialShape.meta({ id: 'GateTrial' }), 'As it would be kept, and answered') },
})

type Query = z.infer<typeof listQuery>

function listFor({ sql }: Api, { near, mine, q, limit, cursor }: Query, reader: Reader): Promise<GroupPage> {
  if (mine) return ownGroups(sql, reader)
  if (near !== undefined) return groupsNear(sql, { ...reader, cell: near, limit })
  return listGroups(sql, { ...reader, q, limit, after: placeOf(cursor, readListPlace) })
}

export function groupRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(listRoute, async (c) =>
      c.json(await listFor(api, c.req.valid('query'), await readerOf(c, api)), 200),
    )
    .openapi({ ...foundRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const group = await foundGroup(api.sql, { memberId, input: c.req.valid('json'), now: api.now() })
      return c.json(group, 201)
    })
    .openapi({ ...gateRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await tryGate(api.sql, { memberId, text: c.req.valid('json').gate, now: api.now() }), 200)
    })
    .openapi(readRoute, async (c) => {
      return c.json(await readGroup(api.sql, { ...c.req.valid('param'), ...(await readerOf(c, api)) }), 200)
    })
    .openapi({ ...changeRoute, ...members }, async (c) => {
      const asked = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      return c.json(await changeGroup(api.sql, { ...asked, change: c.req.valid('json') }), 200)
    })
    .openapi({ ...closeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await closeGroup(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
      return c.body(null, 204)
    })
}
