import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type PurchaseRequest, purchaseInputShape, purchaseRequestShape } from '../../core/checkout/shape.ts'
import { Final } from '../../core/errors.ts'
import { minorShape } from '../../core/money.ts'
import { cancelPurchase } from '../../db/purchases/cancel.ts'
import { confirmPurchase } from '../../db/purchases/confirm.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { listPurchases } from '../../db/purchases/list.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { requestPurchase } from './request-purchase.ts'
import { answer, body, listOf, newRouter } from './router.ts'

export const requestSchema = purchaseRequestShape.meta({ id: 'PurchaseRequest' })
const params = z.strictObject({ id: z.uuid() })
const tags = ['checkout']

const askRoute = createRoute({
  tags,
  method: 'post',
  path: '/purchase-requests',
  summary: 'Ask for a checkout; 403 gate.closed says why a drop is not open to this member',
  request: { body: body(purchaseInputShape.meta({ id: 'PurchaseInput' })) },
  responses: { 201: answer(requestSchema, 'The request, queued') },
})

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/purchase-requests',
  summary: "The member's own requests, newest first",
  responses: { 200: answer(listOf(requestSchema), 'The newest of them') },
})

const readRoute = createRoute({
  tags,
  method: 'get',
  path: '/purchase-requests/{id}',
  summary: 'One request of the member',
  request: { params },
  responses: { 200: answer(requestSchema, 'The request') },
})

const confirmRoute = createRoute({
  tags,
  method: 'post',
  path: '/purchase-requests/{id}/confirm',
  summary: 'Say yes to the total the shop shows; the worker never pays more',
  request: {
    params,
    body: body(z.strictObject({ total_minor: minorShape }).meta({ id: 'PurchaseConfirmation' })),
  },
  responses: { 200: answer(requestSchema, 'The request, confirmed') },
})

const cancelRoute = createRoute({
  tags,
  method: 'post',
  path: '/purchase-requests/{id}/cancel',
  summary: 'Call the checkout off',
  request: { params },
  responses: { 200: answer(requestSchema, 'The request, cancelled') },
})

/** @throws Final `checkout.not-found` */
export async function purchaseOr404(
  api: Api,
  which: { id: string; memberId: string },
): Promise<PurchaseRequest> {
  const request = await getPurchase(api.sql, which)
  if (request) return request
  throw new Final({
    code: 'checkout.not-found',
    message: 'You have no such request.',
    fix: 'Look at your list.',
  })
}

export function purchaseRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi({ ...askRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const id = await requestPurchase(api, { memberId, input: c.req.valid('json') })
      return c.json(await purchaseOr404(api, { id, memberId }), 201)
    })
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json({ items: await listPurchases(api.sql, memberId) }, 200)
    })
    .openapi({ ...readRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await purchaseOr404(api, { ...c.req.valid('param'), memberId }), 200)
    })
    .openapi({ ...confirmRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const which = { ...c.req.valid('param'), memberId }
      await confirmPurchase(api.sql, { ...which, totalMinor: c.req.valid('json').total_minor })
      return c.json(await purchaseOr404(api, which), 200)
    })
    .openapi({ ...cancelRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const which = { ...c.req.valid('param'), memberId }
      await cancelPurchase(api.sql, which)
      return c.json(await purchaseOr404(api, which), 200)
    })
}
