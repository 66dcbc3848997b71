import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cellShape } from '../../core/cell/shape.ts'
import { Final } from '../../core/errors.ts'
import { feedCells } from '../../core/feed/near.ts'
import { cursorShape } from '../../core/post/cursor.ts'
import { type FeedPage, feedPageShape, feedSorts } from '../../core/post/shape.ts'
import { nearbyPosts } from '../../db/feed/nearby.ts'
import { mayRead } from '../../db/groups/may.ts'
import { visibleTo } from '../../db/moderation/visible.ts'
import { type FeedOf, listFeed } from '../../db/posts/feed.ts'
import { pageOf } from '../../db/posts/page.ts'
import { guessView, viewFrom } from '../../db/veil/view.ts'
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
    /**
     * Posts within five miles of where one is: an H3 cell of resolution 7. From far away, of a city: one of resolution 5.
     */
    near: cellShape.optional(),
    /** Posts of members whom one follows. */
    following: z.literal('1').optional(),
    sneaker_id: z.uuid().optional(),
    store_id: z.uuid().optional(),
    /** Of this group, by those alone who may read it. */
    group_id: z.uuid().optional(),
  })
  .refine(
    ({ near, following, sneaker_id, store_id, group_id }) =>
      [near, following, sneaker_id, store_id, group_id].filter((part) => part !== undefined).length < 2,
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

type Asked = { query: FeedQuery; memberId: string | null }

/**
 * Most who say where they are, are there: the feed is looked for while that is found out, and looked for again from far away
 * of those who are not. Nothing of the first look is told then.
 */
async function nearby({ sql, now }: Api, { query, memberId }: Asked, near: string): Promise<FeedPage> {
  const { sort, limit, cursor: before = null } = query
  const looking = { memberId: memberId ?? undefined, near, now: now() }
  const where = sql`and ${visibleTo(sql, memberId)}`
  const look = (cell: string) =>
    nearbyPosts(sql, { cells: feedCells(cell), sort, before, limit: limit + 1, where })
  const guessed = guessView(looking)
  const [{ cell, isPeek }, found] = await Promise.all([viewFrom(sql, looking), look(guessed.cell)])
  const places = cell === guessed.cell ? found : await look(cell)
  const page = await pageOf(sql, { places, limit, memberId, from: isPeek ? null : cell })
  return { ...page, peek: isPeek }
}

async function anywhere({ sql, now }: Api, { query, memberId }: Asked): Promise<FeedPage> {
  const { sort, limit, cursor: after, group_id: groupId } = query
  if (groupId !== undefined) await mayRead(sql, { groupId, memberId, now: now() })
  const asked = { readerId: memberId, sort, limit: limit + 1, after }
  const places = await listFeed(sql, feedOf(query, memberId), asked)
  return { ...(await pageOf(sql, { places, limit, memberId })), peek: false }
}

export function feedRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(feedRoute, async (c) => {
    const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
    const asked = { query: c.req.valid('query'), memberId }
    const { near } = asked.query
    return c.json(near === undefined ? await anywhere(api, asked) : await nearby(api, asked, near), 200)
  })
}
