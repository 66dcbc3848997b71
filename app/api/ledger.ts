import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { ledgerShape } from '../../core/ledger/shape.ts'
import { readLedger } from '../../db/ledger/read.ts'
import { requireSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, newRouter, signedIn } from './router.ts'

const ledgerRoute = createRoute({
  method: 'get',
  path: '/ledger',
  tags: ['karma'],
  summary: "The member's karma: what the chain shows, and what waits to be minted",
  security: signedIn,
  responses: { 200: answer(ledgerShape.meta({ id: 'Ledger' }), 'The ledger') },
})

export function ledgerRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(ledgerRoute, async (c) => {
    const { memberId } = await requireSession(api, credentialsOf(c))
    return c.json(await readLedger(api.sql, { memberId, token: api.chain.token, now: api.now() }), 200)
  })
}
