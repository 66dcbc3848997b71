import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { noteConfirmed } from '../../db/members/confirmed.ts'
import { confirmedUntil } from '../auth/confirmed.ts'
import { confirmationSchema, confirmFor, saying } from './confirmation.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['members']
const confirmedSchema = z
  .object({ confirmed_until: z.iso.datetime().nullable() })
  .meta({ id: 'Confirmed', description: 'Null: a proof is asked for before the ways in can be changed.' })

const readRoute = createRoute({
  tags,
  method: 'get',
  path: '/me/confirm',
  summary: 'Until when this session counts as having proved who it is',
  responses: { 200: answer(confirmedSchema, 'The time, or null') },
})

const confirmRoute = createRoute({
  tags,
  method: 'post',
  path: '/me/confirm',
  summary: 'Prove once more, by password or wallet, who this session is',
  description: `Changing email and wallets asks for it; a fresh sign-in is one. ${saying('confirm')}`,
  request: { body: body(confirmationSchema) },
  responses: { 200: answer(confirmedSchema, 'Until when it counts') },
})

export function confirmRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...readRoute, ...members }, async (c) => {
      const until = await confirmedUntil(api, c.get('session'))
      return c.json({ confirmed_until: until?.toISOString() ?? null }, 200)
    })
    .openapi({ ...confirmRoute, ...members }, async (c) => {
      const session = c.get('session')
      const { memberId } = session
      const given = c.req.valid('json')
      await confirmFor(c, api, { given, memberId, purpose: 'confirm' })
      await noteConfirmed(api.sql, { ...session, now: api.now() })
      const until = await confirmedUntil(api, session)
      return c.json({ confirmed_until: until?.toISOString() ?? null }, 200)
    })
}
