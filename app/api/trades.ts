import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isAtLeast } from '../../core/member/role.ts'
import { jurorVoteShape, rulingInputShape, tradeActShape, tradeInputShape } from '../../core/trade/input.ts'
import { tradeShape } from '../../core/trade/shape.ts'
import { roleOf } from '../../db/members/role.ts'
import { actOnTrade } from '../../db/trades/act.ts'
import { createTrade } from '../../db/trades/create.ts'
import { voteAsJuror } from '../../db/trades/jury-vote.ts'
import { openDisputes, ownTrades } from '../../db/trades/list.ts'
import { readTrade } from '../../db/trades/load.ts'
import { ruleOnTrade } from '../../db/trades/rule.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['trades']
const path = '/community/trades'
const params = z.strictObject({ id: z.uuid() })
const trade = tradeShape.meta({ id: 'Trade' })

const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** The id of the last one of the page before. */
  before: z.uuid().optional(),
})

const listRoute = createRoute({
  ...{ tags, path, method: 'get', summary: 'One’s own trades, the newest first' },
  request: { query: listQuery },
  responses: { 200: answer(listOf(trade).extend({ next: z.uuid().nullable() }), 'One page') },
})

const offerRoute = createRoute({
  ...{ tags, path, method: 'post', summary: 'Offer another member a trade' },
  description:
    'Nothing is charged. With a bond, each side puts up its karma on chain after the offer was accepted, by a signature of its own.',
  request: { body: body(tradeInputShape.meta({ id: 'TradeInput' })) },
  responses: { 201: answer(trade, 'Offered') },
})

const disputesRoute = createRoute({
  ...{ tags, path: `${path}/disputes`, method: 'get' },
  summary: 'Disputes that one sits over; for moderators also the others',
  responses: { 200: answer(listOf(trade), 'The oldest first; at most 50') },
})

const readRoute = createRoute({
  ...{ tags, path: `${path}/{id}`, method: 'get' },
  summary: 'One trade, for its two sides; of a dispute also for its jury and for moderators',
  request: { params },
  responses: { 200: answer(trade, 'As of the newest mirrored block') },
})

const actRoute = createRoute({
  ...{ tags, path: `${path}/{id}`, method: 'put' },
  summary: 'Answer an offer, or say what one sent, got, saw or disputes',
  description:
    'What is about bonds is refused here: the wallet signs it for TradeEscrow and POST /api/relay carries it there, and the trade changes when the mirror shows it.',
  request: { params, body: body(tradeActShape.meta({ id: 'TradeAct' })) },
  responses: { 200: answer(trade, 'The trade after it') },
})

const ruleRoute = createRoute({
  ...{ tags, path: `${path}/{id}/ruling`, method: 'put' },
  summary: 'Decide a dispute without bonds; for moderators who are no side of it',
  request: { params, body: body(rulingInputShape.meta({ id: 'RulingInput' })) },
  responses: { 200: answer(trade, 'Ruled') },
})

const voteRoute = createRoute({
  ...{ tags, path: `${path}/{id}/vote`, method: 'put' },
  summary: 'Say whose bond is to burn; for the jurors of a dispute',
  request: { params, body: body(jurorVoteShape.meta({ id: 'JurorVote' })) },
  responses: { 200: answer(trade, 'The vote counts; more than half of the seats decide') },
})

export function tradeRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now } = api
  const members = membersOnly(api)
  const read = (id: string, memberId: string) => readTrade(sql, { id, memberId, now: now() })
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await ownTrades(sql, { ...c.req.valid('query'), memberId, now: now() }), 200)
    })
    .openapi({ ...offerRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await createTrade(sql, { memberId, input: c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 201)
    })
    .openapi({ ...disputesRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const isArbiter = isAtLeast(await roleOf(sql, memberId), 'moderator')
      return c.json({ items: await openDisputes(sql, { memberId, isArbiter, now: now() }) }, 200)
    })
    .openapi({ ...readRoute, ...members }, async (c) =>
      c.json(await read(c.req.valid('param').id, c.get('session').memberId), 200),
    )
    .openapi({ ...actRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      await actOnTrade(sql, { id, memberId, input: c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 200)
    })
    .openapi({ ...ruleRoute, ...rolesOnly(api, 'moderator') }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      await ruleOnTrade(sql, { id, memberId, input: c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 200)
    })
    .openapi({ ...voteRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const { id } = c.req.valid('param')
      await voteAsJuror(sql, { id, memberId, ...c.req.valid('json'), now: now() })
      return c.json(await read(id, memberId), 200)
    })
}
