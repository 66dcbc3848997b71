import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { usernameShape } from '../../core/member/shape.ts'
import { closetInputShape } from '../../core/trade/input.ts'
import { closetItemShape, matchShape, reputationShape } from '../../core/trade/shape.ts'
import { listCloset, putInCloset, takeFromCloset } from '../../db/closet/items.ts'
import { suggestTrades } from '../../db/closet/matches.ts'
import { findNamed } from '../../db/moderation/mute.ts'
import { reputationsOf } from '../../db/trades/reputation.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['trades']
const path = '/me/closet'
const item = closetItemShape.meta({ id: 'ClosetItem' })
const theirs = z
  .object({ username: z.string(), reputation: reputationShape, items: z.array(item) })
  .meta({ id: 'Closet' })

const listRoute = createRoute({
  ...{ tags, path, method: 'get', summary: 'What one has and would trade, and what one looks for' },
  responses: { 200: answer(listOf(item), 'What came last first') },
})

const putRoute = createRoute({
  ...{ tags, path, method: 'post' },
  summary: 'Put a pair into one’s closet, had or wanted; other members see it',
  description: 'The same pair in the same size is changed.',
  request: { body: body(closetInputShape.meta({ id: 'ClosetInput' })) },
  responses: { 201: answer(listOf(item), 'The closet with it') },
})

const takeRoute = createRoute({
  ...{ tags, path: `${path}/{id}`, method: 'delete', summary: 'Take a thing out of one’s closet' },
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 204: { description: 'It is out' } },
})

const matchesRoute = createRoute({
  ...{ tags, path: `${path}/matches`, method: 'get' },
  summary: 'Swaps, and rings of three, that would give one something one wants',
  responses: { 200: answer(listOf(matchShape.meta({ id: 'Match' })), 'Swaps first; at most 20') },
})

const theirsRoute = createRoute({
  ...{ tags, path: '/users/{username}/closet', method: 'get' },
  summary: 'What a member has and wants, and what their trades say of them',
  request: { params: z.strictObject({ username: usernameShape }) },
  responses: { 200: answer(theirs, 'Their closet') },
})

export function closetRoutes(api: Api): OpenAPIHono<Env> {
  const { sql } = api
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) =>
      c.json({ items: await listCloset(sql, c.get('session').memberId) }, 200),
    )
    .openapi({ ...putRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await putInCloset(sql, { memberId, input: c.req.valid('json'), now: api.now() })
      return c.json({ items: await listCloset(sql, memberId) }, 201)
    })
    .openapi({ ...takeRoute, ...members }, async (c) => {
      await takeFromCloset(sql, { ...c.req.valid('param'), memberId: c.get('session').memberId })
      return c.body(null, 204)
    })
    .openapi({ ...matchesRoute, ...members }, async (c) =>
      c.json({ items: await suggestTrades(sql, c.get('session').memberId) }, 200),
    )
    .openapi({ ...theirsRoute, ...members }, async (c) => {
      const { id, username } = await findNamed(sql, c.req.valid('param'))
      const reputation = (await reputationsOf(sql, [id])).get(id) ?? { partners: 0, completed: 0, lost: 0 }
      return c.json({ username, reputation, items: await listCloset(sql, id) }, 200)
    })
}
