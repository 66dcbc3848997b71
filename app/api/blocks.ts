import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { usernameShape } from '../../core/member/shape.ts'
import { blockKinds, blockShape } from '../../core/moderation/shape.ts'
import { blockMember, listBlocks, unblockMember } from '../../db/moderation/block.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['moderation']
const params = z.strictObject({ username: usernameShape })
const path = '/users/{username}/block'
const description =
  'A mute keeps their posts from you; a block also yours from them, and their answers. What is anonymous still shows: by what disappears one could find out who wrote it.'

const listRoute = createRoute({
  method: 'get',
  path: '/me/blocks',
  tags,
  summary: 'Whom the member mutes and blocks, by name',
  responses: { 200: answer(listOf(blockShape.meta({ id: 'Block' })), 'All of them') },
})

const blockRoute = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Mute or block a member; the other kind changes what is there',
  description,
  request: { params, body: body(z.strictObject({ kind: z.enum(blockKinds) }).meta({ id: 'BlockInput' })) },
  responses: { 204: { description: 'Done; they are not told' } },
})

const unblockRoute = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Let a member back in',
  request: { params },
  responses: { 204: { description: 'Neither muted nor blocked' } },
})

export function blockRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) =>
      c.json({ items: await listBlocks(api.sql, c.get('session').memberId) }, 200),
    )
    .openapi({ ...blockRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { username } = c.req.valid('param')
      await blockMember(api.sql, { memberId, username, ...c.req.valid('json'), now: api.now() })
      return c.body(null, 204)
    })
    .openapi({ ...unblockRoute, ...members }, async (c) => {
      await unblockMember(api.sql, { ...c.req.valid('param'), memberId: c.get('session').memberId })
      return c.body(null, 204)
    })
}
