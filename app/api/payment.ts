import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { type Payment, paymentKeyShape, paymentShape, sealedCardShape } from '../../core/payment/shape.ts'
import { deletePayment, readPayment, writePayment } from '../../db/vault/payment.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { olderKey } from './payment-key.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['payment']
const path = '/me/payment'
const paymentSchema = paymentShape.meta({ id: 'Payment' })

const keyRoute = createRoute({
  tags,
  method: 'get',
  path: '/payment/key',
  summary: "The checkout workers' public key, to seal payment details to (RFC 9180)",
  responses: { 200: answer(paymentKeyShape.meta({ id: 'PaymentKey' }), 'The key') },
})

const readRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'That there are payment details, and what the member calls them; never the details',
  responses: { 200: answer(paymentSchema, 'What can be known of them') },
})

const writeRoute = createRoute({
  tags,
  method: 'put',
  path,
  summary: 'Keep payment details that the browser sealed; nobody but a checkout worker can open them',
  request: { body: body(sealedCardShape.meta({ id: 'SealedCard' })) },
  responses: { 200: answer(paymentSchema, 'Kept, in place of any before') },
})

const deleteRoute = createRoute({
  tags,
  method: 'delete',
  path,
  summary: 'Forget the payment details',
  responses: { 204: { description: 'There are none any more' } },
})

async function paymentOr404({ sql, paymentKey }: Api, memberId: string): Promise<Payment> {
  const row = await readPayment(sql, memberId)
  if (row)
    return {
      label: row.label,
      key_id: row.key_id,
      older_key: row.key_id !== paymentKey().key_id,
      updated_at: row.updated_at.toISOString(),
    }
  throw new Final({
    code: 'payment.not-found',
    message: 'You have no payment details here.',
    fix: 'Seal some on the payment page, if you want to.',
  })
}

export function paymentRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(keyRoute, (c) => {
      const suite = 'hpke-base-x25519-hkdf-sha256-aes-256-gcm' as const
      return c.json({ ...api.paymentKey(), suite }, 200)
    })
    .openapi({ ...readRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await paymentOr404(api, memberId), 200)
    })
    .openapi({ ...writeRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      const sealed = c.req.valid('json')
      if (sealed.key_id !== api.paymentKey().key_id) throw olderKey()
      await writePayment(api.sql, memberId, sealed)
      return c.json(await paymentOr404(api, memberId), 200)
    })
    .openapi({ ...deleteRoute, ...members }, async (c) => {
      await deletePayment(api.sql, c.get('session').memberId)
      return c.body(null, 204)
    })
}
