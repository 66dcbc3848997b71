import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { addressShape, emailShape, usernameShape } from '../../core/member/shape.ts'
import { updateMember } from '../../db/members/update.ts'
import { requireConfirmed } from '../auth/confirmed.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'
import { memberOr401, memberSchema } from './signed-in.ts'

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
  summary: 'Change username, email or shipping address; absent fields stay',
  description: 'Another email asks for a fresh proof of who asks: 403 auth.confirm.',
  request: {
    body: body(
      z
        .strictObject({
          username: usernameShape.optional(),
          email: emailShape.nullable().optional(),
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
      return c.json(await memberOr401(api, memberId), 200)
    })
    .openapi({ ...changeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const change = c.req.valid('json')
      if (change.email !== undefined) await requireConfirmed(api, c.get('session'))
      await updateMember(api.sql, api.vault, { id: memberId, ...change })
      return c.json(await memberOr401(api, memberId), 200)
    })
}
