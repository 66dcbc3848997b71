import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readPlace } from '../../core/ledger/cursor.ts'
import { awardPageShape, ledgerChartShape, ledgerPageShape, ledgerShape } from '../../core/ledger/shape.ts'
import { listAwards } from '../../db/awards/pending.ts'
import { readChart } from '../../db/ledger/chart.ts'
import { readLedgerPage } from '../../db/ledger/page.ts'
import { readLedger } from '../../db/ledger/read.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, newRouter } from './router.ts'

const tags = ['karma']

const ledgerRoute = createRoute({
  method: 'get',
  path: '/ledger',
  tags,
  summary: "The member's karma: what the chain shows, and what waits to be minted",
  responses: { 200: answer(ledgerShape.meta({ id: 'Ledger' }), 'The ledger') },
})

const limit = (most: number) => z.coerce.number().int().min(1).max(most).default(30)

const entriesRoute = createRoute({
  method: 'get',
  path: '/ledger/entries',
  tags,
  summary: "Movements of the member's karma, newest first",
  request: {
    query: z.strictObject({
      limit: limit(500),
      /** `next` of the page before. */
      after: z
        .string()
        .refine((text) => readPlace(text) !== undefined, 'the `next` of a page')
        .optional(),
      /** Only movements up to this block: pages of one block add up, whatever is mirrored meanwhile. */
      until: z.coerce.number().int().min(0).optional(),
    }),
  },
  responses: { 200: answer(ledgerPageShape.meta({ id: 'LedgerPage' }), 'One page') },
})

const awardsRoute = createRoute({
  method: 'get',
  path: '/ledger/awards',
  tags,
  summary: "The member's awards that are no movements on chain, newest first",
  request: {
    query: z.strictObject({
      of: z.enum(['open', 'ended']).default('open'),
      limit: limit(100),
      /** `next` of the page before. */
      after: z.uuid().optional(),
    }),
  },
  responses: { 200: answer(awardPageShape.meta({ id: 'AwardPage' }), 'One page') },
})

const chartRoute = createRoute({
  method: 'get',
  path: '/ledger/chart',
  tags,
  summary: "The member's balance over time",
  responses: { 200: answer(ledgerChartShape.meta({ id: 'LedgerChart' }), 'Points in time') },
})

export function ledgerRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  const { sql } = api
  return newRouter()
    .openapi({ ...ledgerRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await readLedger(sql, { memberId, token: api.chain.token, now: api.now() }), 200)
    })
    .openapi({ ...entriesRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { after, ...query } = c.req.valid('query')
      return c.json(await readLedgerPage(sql, { memberId, ...query, after: readPlace(after ?? '') }), 200)
    })
    .openapi({ ...awardsRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await listAwards(sql, { memberId, now: api.now(), ...c.req.valid('query') }), 200)
    })
    .openapi({ ...chartRoute, ...members }, async (c) => {
      return c.json(await readChart(sql, c.get('session').memberId), 200)
    })
}
