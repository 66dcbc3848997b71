import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { addressShape, usernameShape } from '../../core/member/shape.ts'
import { updateMember } from '../../db/members/update.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'
import { memberOr500, memberSchema } from './signed-in.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/me',
  tags: ['members'],
  summary: 'The signed-in member',
  responses: { 200: answer(memberSchema, 'Oneself') },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/me',
  tags: ['members'],
  summary: 'Change username or shipping address; absent fields stay',
  request: {
    body: body(
      z
        .strictObject({
          username: usernameShape.optional(),
          shipping_address: addressShape.nullable().optional(),
        })
        .meta({ id: 'MemberChange' }),
    ),
  },
  responses: { 200: answer(memberSchema, 'Oneself, changed') },
})

export function meRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...readRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await memberOr500(api, memberId), 200)
    })
    .openapi({ ...changeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await updateMember(api.sql, api.vault, { id: memberId, ...c.req.valid('json') })
      return c.json(await memberOr500(api, memberId), 200)
    })
}
