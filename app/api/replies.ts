import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cursorShape } from '../../core/post/cursor.ts'
import { postPageShape, replyInputShape } from '../../core/post/shape.ts'
import { listReplies } from '../../db/posts/replies.ts'
import { replyTo } from '../../db/posts/reply.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { pacedMembers } from './pace.ts'
import { postAfter, postSchema } from './posts.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['community']
const path = '/community/posts/{id}/replies'
const params = z.strictObject({ id: z.uuid() })

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Everything below a post, oldest first',
  description: '`parent_id` says what each answers; that comes before it.',
  request: {
    params,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(100),
      /** `next` of the page before. */
      cursor: cursorShape.optional(),
    }),
  },
  responses: { 200: answer(postPageShape.meta({ id: 'PostPage' }), 'One page') },
})

const replyRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Answer a post or a reply',
  request: { params, body: body(replyInputShape.meta({ id: 'ReplyInput' })) },
  responses: { 201: answer(postSchema, 'The reply') },
})

export function replyRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(listRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      const { limit, cursor } = c.req.valid('query')
      const { id: rootId } = c.req.valid('param')
      return c.json(await listReplies(api.sql, { rootId, memberId, limit, after: cursor?.id }), 200)
    })
    .openapi({ ...replyRoute, ...pacedMembers(api, 'reply') }, async (c) => {
      const { memberId } = c.get('session')
      const { id: parentId } = c.req.valid('param')
      const id = await replyTo(api.sql, { memberId, parentId, input: c.req.valid('json'), now: api.now() })
      return c.json(await postAfter(api, { id, memberId }), 201)
    })
}
