import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { askedEntryShape, entryRequestShape } from '../../core/raffle-form/request.ts'
import { askForEntry, listEntries } from '../../db/raffle-forms/request.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['raffles']
const entries = listOf(askedEntryShape.meta({ id: 'AskedEntry' }))
const MOST = 50

const listRoute = createRoute({
  method: 'get',
  path: '/raffle-forms',
  tags,
  summary: "Shops' own draws that you asked SNPD to enter, and what came of each",
  responses: { 200: answer(entries, `The newest ${MOST}`) },
})

const askRoute = createRoute({
  method: 'post',
  path: '/raffle-forms',
  tags,
  summary: "Have SNPD enter a shop's own draw for you, once",
  description:
    'With the address and mail that SNPD keeps and what you say here; nothing is made up. What the form demands beyond that is handed over.',
  request: { body: body(entryRequestShape.meta({ id: 'EntryRequest' })) },
  responses: { 202: answer(entries, 'It waits for a worker') },
})

/** Draws of shops, entered by workers. */
export function raffleFormRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, vault, now } = api
  const members = membersOnly(api)
  const own = async (memberId: string) => ({ items: await listEntries(sql, { memberId, limit: MOST }) })
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => c.json(await own(c.get('session').memberId), 200))
    .openapi({ ...askRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await askForEntry(sql, vault, { memberId, request: c.req.valid('json'), now: now() })
      return c.json(await own(memberId), 202)
    })
}
