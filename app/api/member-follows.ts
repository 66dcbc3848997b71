import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { usernameShape } from '../../core/member/shape.ts'
import { cursorShape } from '../../core/post/cursor.ts'
import { postPageShape, profileShape } from '../../core/post/shape.ts'
import { findMember, followMember, unfollowMember } from '../../db/member-follows/follow.ts'
import { readProfile } from '../../db/member-follows/profile.ts'
import { listFeed } from '../../db/posts/feed.ts'
import { pageOf } from '../../db/posts/page.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { answer, newRouter } from './router.ts'

const tags = ['community']
const path = '/users/{username}'
const request = { params: z.strictObject({ username: usernameShape }) }
const profileSchema = profileShape.meta({ id: 'Profile' })

const profileRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What everyone may know of a member',
  request,
  responses: { 200: answer(profileSchema, 'The member') },
})

const postsRoute = createRoute({
  method: 'get',
  path: `${path}/posts`,
  tags,
  summary: 'What a member posted under their name, newest first',
  request: {
    ...request,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** `next` of the page before. */
      cursor: cursorShape.optional(),
    }),
  },
  responses: { 200: answer(postPageShape.meta({ id: 'PostPage' }), 'One page') },
})

const followRoute = createRoute({
  method: 'put',
  path: `${path}/follow`,
  tags,
  summary: 'Read what this member posts in the own feed',
  request,
  responses: { 200: answer(profileSchema, 'Followed') },
})

const unfollowRoute = createRoute({
  method: 'delete',
  path: `${path}/follow`,
  tags,
  summary: 'Stop following a member',
  request,
  responses: { 200: answer(profileSchema, 'No longer followed') },
})

export function memberFollowRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  const { sql } = api
  return newRouter()
    .openapi(profileRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await readProfile(sql, { ...c.req.valid('param'), memberId }), 200)
    })
    .openapi(postsRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      const { limit, cursor: after } = c.req.valid('query')
      const authorId = await findMember(sql, c.req.valid('param').username)
      const asked = { readerId: memberId, sort: 'new' as const, limit: limit + 1, after }
      const places = await listFeed(sql, { kind: 'author', authorId }, asked)
      return c.json(await pageOf(sql, { places, limit, memberId }), 200)
    })
    .openapi({ ...followRoute, ...members }, async (c) => {
      const which = { ...c.req.valid('param'), memberId: c.get('session').memberId }
      await followMember(sql, { ...which, now: api.now() })
      return c.json(await readProfile(sql, which), 200)
    })
    .openapi({ ...unfollowRoute, ...members }, async (c) => {
      const which = { ...c.req.valid('param'), memberId: c.get('session').memberId }
      await unfollowMember(sql, which)
      return c.json(await readProfile(sql, which), 200)
    })
}
