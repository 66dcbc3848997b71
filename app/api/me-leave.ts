import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { memberExportShape } from '../../core/member/export.ts'
import { deleteMember } from '../../db/members/delete.ts'
import { exportMember } from '../../db/members/export.ts'
import { confirmationSchema, confirmFor, saying } from './confirmation.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'
import { gone, takeTokens } from './signed-in.ts'

const tags = ['members']

const exportRoute = createRoute({
  tags,
  method: 'get',
  path: '/me/export',
  summary: 'Everything SNPD holds of the member, as one file',
  responses: { 200: answer(memberExportShape.meta({ id: 'MemberExport' }), 'The file') },
})

const deleteRoute = createRoute({
  tags,
  method: 'delete',
  path: '/me',
  summary: 'Delete the account; what is held of the member is destroyed at once',
  description: `Awards that no batch holds are forfeited; karma on chain stays with its wallet. ${saying('delete')}`,
  request: { body: body(confirmationSchema) },
  responses: { 204: { description: 'Deleted, and signed out everywhere' } },
})

export function leaveRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...exportRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const now = api.now()
      const sessions = await api.stores.sessions.list(memberId, now)
      const everything = await exportMember(api.sql, { memberId, ring: api.vault, sessions, now })
      if (!everything) throw gone()
      c.header('content-disposition', 'attachment; filename="snpd-export.json"')
      return c.json(everything, 200)
    })
    .openapi({ ...deleteRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const given = c.req.valid('json')
      await confirmFor(c, api, { given, memberId, purpose: 'delete' })
      await deleteMember(api.sql, api.vault, memberId)
      await api.stores.sessions.endAll(memberId)
      takeTokens(c, api)
      return c.body(null, 204)
    })
}
