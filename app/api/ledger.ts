import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { ledgerShape } from '../../core/ledger/shape.ts'
import { readLedger } from '../../db/ledger/read.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, newRouter } from './router.ts'

const ledgerRoute = createRoute({
  method: 'get',
  path: '/ledger',
  tags: ['karma'],
  summary: "The member's karma: what the chain shows, and what waits to be minted",
  responses: { 200: answer(ledgerShape.meta({ id: 'Ledger' }), 'The ledger') },
})

export function ledgerRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter().openapi({ ...ledgerRoute, ...members }, async (c) => {
    const { memberId } = c.get('session')
    return c.json(await readLedger(api.sql, { memberId, token: api.chain.token, now: api.now() }), 200)
  })
}
