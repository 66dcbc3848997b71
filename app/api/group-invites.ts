import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  invitationShape,
  inviteInputShape,
  inviteShape,
  inviteTokenShape,
  madeInviteShape,
} from '../../core/group/shape.ts'
import { readInvitation } from '../../db/groups/invitation.ts'
import { listInvites, makeInvite, revokeInvite } from '../../db/groups/invite.ts'
import { joinInvited } from '../../db/groups/join.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, readerOf, groupTags as tags } from './group-reader.ts'
import { groupSchema } from './groups.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const path = '/groups/{slug}/invites'
/** The secret is in the body alone: addresses are logged, and shared. */
const tokenBody = body(z.strictObject({ token: inviteTokenShape }).meta({ id: 'InviteToken' }))

const listRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'Invites that still let somebody in; for moderators',
  request: { params },
  responses: { 200: answer(listOf(inviteShape.meta({ id: 'GroupInvite' })), 'The newest first') },
})

const makeRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Make an invite link that runs out; for moderators of a group by invite',
  request: { params, body: body(inviteInputShape.meta({ id: 'InviteInput' })) },
  responses: { 201: answer(madeInviteShape.meta({ id: 'MadeInvite' }), 'The link is told this once') },
})

const revokeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Take an invite back; for moderators',
  request: { params: params.extend({ id: z.uuid() }) },
  responses: { 204: { description: 'It lets nobody in any more' } },
})

const lookRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/invitation',
  summary: 'What an invite is for',
  request: { body: tokenBody },
  responses: { 200: answer(invitationShape.meta({ id: 'Invitation' }), 'The group') },
})

const acceptRoute = createRoute({
  tags,
  method: 'post',
  path: '/groups/invitation/accept',
  summary: 'Join by an invite',
  request: { body: tokenBody },
  responses: { 200: answer(groupSchema, 'The group; who is in it already stays, and uses up nothing') },
})

/** A page that reads the secret from behind the # by itself. */
const linkOf = ({ origin }: Api, token: string) => `${origin}/groups/invite#${token}`

export function groupInviteRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      const asked = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      return c.json({ items: await listInvites(api.sql, asked) }, 200)
    })
    .openapi({ ...makeRoute, ...members }, async (c) => {
      const asked = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      const { invite, token } = await makeInvite(api.sql, { ...asked, input: c.req.valid('json') })
      return c.json({ invite, link: linkOf(api, token) }, 201)
    })
    .openapi({ ...revokeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await revokeInvite(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
      return c.body(null, 204)
    })
    .openapi(lookRoute, async (c) => {
      return c.json(
        await readInvitation(api.sql, { ...c.req.valid('json'), ...(await readerOf(c, api)) }),
        200,
      )
    })
    .openapi({ ...acceptRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await joinInvited(api.sql, { ...c.req.valid('json'), memberId, now: api.now() }), 200)
    })
}
