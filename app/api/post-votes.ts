import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cursorShape } from '../../core/post/cursor.ts'
import { postPageShape, voteShape } from '../../core/post/shape.ts'
import { likePost } from '../../db/posts/like.ts'
import { letGo, savePost } from '../../db/posts/save.ts'
import { listSaved } from '../../db/posts/saved.ts'
import { votePost } from '../../db/posts/vote.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { postAfter, postSchema } from './posts.ts'
import { answer, body, newRouter } from './router.ts'

const request = { params: z.strictObject({ id: z.uuid() }) }
const now = { 200: answer(postSchema, 'The post as it is now') }
const of = (what: 'vote' | 'like' | 'save') => ({
  path: `/community/posts/{id}/${what}` as const,
  tags: ['community'],
  request,
  responses: now,
})

const voteRoute = createRoute({
  ...of('vote'),
  method: 'put',
  summary: 'Vote a post or reply up or down',
  description: 'The last vote counts.',
  request: { ...request, body: body(voteShape.meta({ id: 'Vote' })) },
})
const unvoteRoute = createRoute({ ...of('vote'), method: 'delete', summary: 'Take the vote back' })
const likeRoute = createRoute({ ...of('like'), method: 'put', summary: 'Like a post or reply' })
const unlikeRoute = createRoute({ ...of('like'), method: 'delete', summary: 'No longer like it' })
const saveRoute = createRoute({
  ...of('save'),
  method: 'put',
  summary: 'Keep a post or reply for later',
  description: 'Nobody else knows.',
})
const letGoRoute = createRoute({ ...of('save'), method: 'delete', summary: 'No longer keep it' })

const savedRoute = createRoute({
  method: 'get',
  path: '/community/saved',
  tags: ['community'],
  summary: 'What the member kept for later, the last kept first',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** `next` of the page before. */
      cursor: cursorShape.optional(),
    }),
  },
  responses: { 200: answer(postPageShape.meta({ id: 'PostPage' }), 'One page') },
})

export function postVoteRoutes(api: Api): OpenAPIHono<Env> {
  const [members, voters] = [membersOnly(api), pacedMembers(api, 'vote')]
  const { sql } = api
  type Asking = {
    req: { valid: (from: 'param') => { id: string } }
    get: (key: 'session') => { memberId: string }
  }
  const actOf = (c: Asking) => ({ ...c.req.valid('param'), memberId: c.get('session').memberId })
  return newRouter()
    .openapi({ ...voteRoute, ...voters }, async (c) => {
      const act = actOf(c)
      await votePost(sql, { ...act, ...c.req.valid('json'), now: api.now() })
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...unvoteRoute, ...members }, async (c) => {
      const act = actOf(c)
      await votePost(sql, { ...act, value: 0, now: api.now() })
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...likeRoute, ...voters }, async (c) => {
      const act = actOf(c)
      await likePost(sql, { ...act, likes: true, now: api.now() })
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...unlikeRoute, ...members }, async (c) => {
      const act = actOf(c)
      await likePost(sql, { ...act, likes: false, now: api.now() })
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...saveRoute, ...members }, async (c) => {
      const act = actOf(c)
      await savePost(sql, { ...act, now: api.now() })
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...letGoRoute, ...members }, async (c) => {
      const act = actOf(c)
      await letGo(sql, act)
      return c.json(await postAfter(api, act), 200)
    })
    .openapi({ ...savedRoute, ...members }, async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const { memberId } = c.get('session')
      return c.json(await listSaved(sql, { memberId, limit, after: cursor }), 200)
    })
}
