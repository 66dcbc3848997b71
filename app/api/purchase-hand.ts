import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { returnShape } from '../../core/checkout/lent.ts'
import { memberWordInputShape } from '../../core/checkout/word.ts'
import { giveBack } from '../../db/live/give-back.ts'
import { sayWord } from '../../db/purchases/word.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { purchaseOr404, requestSchema } from './purchases.ts'
import { answer, body, newRouter } from './router.ts'

const params = z.strictObject({ id: z.uuid() })
const tags = ['checkout']

const giveBackRoute = createRoute({
  tags,
  method: 'post',
  path: '/purchase-requests/{id}/give-back',
  summary: "Give the worker's page back: the assistant is to go on, or the member ordered there",
  request: { params, body: body(z.strictObject({ how: returnShape }).meta({ id: 'PageReturn' })) },
  responses: { 200: answer(requestSchema, 'The request; the worker hears of it') },
})

const wordRoute = createRoute({
  tags,
  method: 'post',
  path: '/purchase-requests/{id}/word',
  summary:
    'Say what came of an order that nobody could read about; "nothing" opens the drop again, an hour after the click',
  request: { params, body: body(memberWordInputShape.meta({ id: 'PurchaseWord' })) },
  responses: { 200: answer(requestSchema, "The request, with the member's word") },
})

/** What the member does about a checkout that the assistant cannot end alone. */
export function purchaseHandRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...giveBackRoute, ...members }, async (c) => {
      const which = { ...c.req.valid('param'), memberId: c.get('session').memberId }
      await giveBack(api.sql, { ...which, how: c.req.valid('json').how })
      return c.json(await purchaseOr404(api, which), 200)
    })
    .openapi({ ...wordRoute, ...members }, async (c) => {
      const which = { ...c.req.valid('param'), memberId: c.get('session').memberId }
      await sayWord(api.sql, { ...which, word: c.req.valid('json'), now: api.now() })
      return c.json(await purchaseOr404(api, which), 200)
    })
}
