import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { cursorShape } from '../../core/post/cursor.ts'
import { feedPageShape, feedSorts } from '../../core/post/shape.ts'
import { type FeedOf, listFeed } from '../../db/posts/feed.ts'
import { pageOf } from '../../db/posts/page.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, newRouter } from './router.ts'

const feedQuery = z
  .strictObject({
    sort: z.enum(feedSorts).default('new'),
    limit: z.coerce.number().int().min(1).max(100).default(30),
    /** `next` of the page before. */
    cursor: cursorShape.optional(),
    /** Posts of members whom one follows. */
    following: z.literal('1').optional(),
    sneaker_id: z.uuid().optional(),
    store_id: z.uuid().optional(),
    /** Of this group, by those alone who may read it. */
    group_id: z.uuid().optional(),
  })
  .refine(
    ({ following, sneaker_id, store_id, group_id }) =>
      [following, sneaker_id, store_id, group_id].filter((part) => part !== undefined).length < 2,
    'one of near, following, sneaker_id, store_id and group_id at most',
  )
type FeedQuery = z.infer<typeof feedQuery>

const feedRoute = createRoute({
  method: 'get',
  path: '/community/feed',
  tags: ['community'],
  summary: 'Posts: of everywhere, near a cell, of whom one follows, about a pair or a shop, or in a group',
  request: { query: feedQuery },
  responses: { 200: answer(feedPageShape.meta({ id: 'FeedPage' }), 'One page') },
})

function whom(memberId: string | null): string {
  if (memberId !== null) return memberId
  throw new Final({
    code: 'auth.required',
    message: 'This needs a signed-in member.',
    fix: 'Sign in and try again.',
  })
}

function feedOf({ following, sneaker_id, store_id, group_id }: FeedQuery, memberId: string | null): FeedOf {
  if (following !== undefined) return { kind: 'following', memberId: whom(memberId) }
  if (sneaker_id !== undefined) return { kind: 'sneaker', sneakerId: sneaker_id }
  if (store_id !== undefined) return { kind: 'store', storeId: store_id }
  if (group_id !== undefined) return { kind: 'group', groupId: group_id }
  return { kind: 'all' }
}

export function feedRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(feedRoute, async (c) => {
    const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
    const query = c.req.valid('query')
    const { sort, limit, cursor: after } = query
    const candidates = await listFeed(api.sql, feedOf(query, memberId), { sort, limit: limit + 1, after })
    return c.json({ ...(await pageOf(api.sql, { candidates, limit, sort, memberId })), peek: false }, 200)
  })
}
