import { expect, test } from 'vitest'
import type { PayWay } from '../../../../core/checkout/profile.ts'
import { paymentFor } from './pay.ts'
import { type Checkout, checkoutShape, type UcpSession } from './shape.ts'

const session: UcpSession = {
  profile: { endpoint: 'https://shop.example/ucp', looksUp: false, searches: false, handlers: [] },
  ...{ item: 'v1', id: '', checkout: null, key: 'k' },
}

function pay(handlers: object, payment: PayWay[] = []) {
  const checkout: Checkout = checkoutShape.parse({
    ...{ id: 'c', status: 'ready_for_complete', currency: 'USD', line_items: [], totals: [] },
    ucp: { payment_handlers: handlers },
  })
  return paymentFor({ wishes: { shipping: 'cheapest', payment } }, checkout, session)
}

const door = {
  'com.example.pay_on_delivery': [{ id: 'd1', available_instruments: [{ type: 'cash_on_delivery' }] }],
}
const wallet = { 'com.google.pay': [{ id: 'g1', available_instruments: [{ type: 'card' }] }] }

test('no way to pay asked for: none given', () => {
  expect(pay({})).toEqual({ kind: 'none' })
})

test('what is paid at the door needs no secret', () => {
  expect(pay({ ...wallet, ...door })).toMatchObject({
    kind: 'instrument',
    body: { payment: { instruments: [{ handler_id: 'd1', type: 'cash_on_delivery', selected: true }] } },
  })
})

test('a card goes through no interface, and is not replaced where it is what the buyer would rather give', () => {
  expect(pay(wallet)).toEqual({ kind: 'unpayable' })
  expect(pay({ ...wallet, ...door }, ['card', 'cash_on_delivery'])).toEqual({ kind: 'unpayable' })
  expect(pay({ ...wallet, ...door }, ['cash_on_delivery', 'card'])).toMatchObject({ kind: 'instrument' })
})
