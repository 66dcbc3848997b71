import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { anyCell, cityOf } from '../../core/cell/cell.ts'
import { isSnpdError } from '../../core/errors.ts'
import { type Post, postEditShape, postInputShape, postShape } from '../../core/post/shape.ts'
import { createPost } from '../../db/posts/create.ts'
import { editPost } from '../../db/posts/edit.ts'
import { noPost } from '../../db/posts/find.ts'
import { loadPosts } from '../../db/posts/load.ts'
import { takeBack } from '../../db/posts/take-back.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['community']
const path = '/community/posts'
const params = z.strictObject({ id: z.uuid() })
export const postSchema = postShape.meta({ id: 'Post' })

const createRouteOf = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Post something',
  description:
    'With a cell it is told to everyone near: as the finest cell, of resolution 5 to 8, that enough members share. The cell that ' +
    'was sent is not kept.',
  request: { body: body(postInputShape.meta({ id: 'PostInput' })) },
  responses: { 201: answer(postSchema, 'The post') },
})

const readRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One post or reply',
  request: { params },
  responses: { 200: answer(postSchema, 'The post') },
})

const editRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: "Change the words of one's own post or reply",
  request: { params, body: body(postEditShape.meta({ id: 'PostEdit' })) },
  responses: { 200: answer(postSchema, 'The post; when it was edited is shown') },
})

const takeBackRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: "Take one's own post or reply back",
  description: 'Words and pictures are deleted. Where others answered it, an empty place stays.',
  request: { params },
  responses: { 204: { description: 'Taken back' } },
})

type Which = { id: string; memberId: string | null }

/** What a member acted on, as it is then: empty where that was what hid it. @throws Final `post.not-found` */
export async function postAfter({ sql }: Api, { id, memberId }: Which): Promise<Post> {
  const [post] = await loadPosts(sql, { ids: [id], memberId })
  if (post) return post
  throw noPost()
}

/** @throws Final `post.not-found`, also of what is hidden from this reader */
async function postOr404(api: Api, which: Which): Promise<Post> {
  const post = await postAfter(api, which)
  if (post.hidden && !post.mine.author && post.root_id === null) throw noPost()
  return post
}

/** Of the cell's city, wherever in it somebody is. A post does not wait for a name that cannot be told. */
async function cityNear({ places, logger }: Api, cell: string | undefined): Promise<string | null> {
  if (cell === undefined) return null
  try {
    return await places.nameCity(cityOf(anyCell(cell).id))
  } catch (error) {
    // What is no cell is the post's to be refused for.
    if (!isSnpdError(error)) logger.error({ error: String(error) }, 'a city was not named')
    return null
  }
}

export function postRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  const { sql, now } = api
  return newRouter()
    .openapi({ ...createRouteOf, ...pacedMembers(api, 'post') }, async (c) => {
      const { memberId } = c.get('session')
      const input = c.req.valid('json')
      const id = await createPost(sql, { memberId, input, city: await cityNear(api, input.cell), now: now() })
      return c.json(await postAfter(api, { id, memberId }), 201)
    })
    .openapi(readRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await postOr404(api, { ...c.req.valid('param'), memberId }), 200)
    })
    .openapi({ ...editRoute, ...members }, async (c) => {
      const which = { ...c.req.valid('param'), memberId: c.get('session').memberId }
      await editPost(sql, { ...which, ...c.req.valid('json'), now: now() })
      return c.json(await postAfter(api, which), 200)
    })
    .openapi({ ...takeBackRoute, ...members }, async (c) => {
      await takeBack(sql, { ...c.req.valid('param'), memberId: c.get('session').memberId, now: now() })
      return c.body(null, 204)
    })
}
