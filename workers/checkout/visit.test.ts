import { expect, test } from 'vitest'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { visitShop } from './visit.ts'

test('no browser is opened for a shop on a private address, unless this is the demo', async () => {
  let asked = 0
  const keeper = {
    get: () => {
      asked++
      return Promise.reject(new Error('no browser here'))
    },
  }
  const lease = { leave: async () => undefined }
  const gate = { ask: async () => ({ kind: 'in', lease }) }
  const deps = (allowLoopback: boolean) =>
    ({ keeper, settings: { allowLoopback }, gate }) as unknown as CheckoutDeps
  const work = { productUrl: 'http://127.0.0.1:3001/p', passTier: 0, askedAt: new Date() } as PurchaseWork
  const visit = (allowLoopback: boolean) => visitShop(deps(allowLoopback), work, async () => undefined)
  await expect(visit(false)).rejects.toMatchObject({ code: 'checkout.url-refused' })
  expect(asked).toBe(0)
  await expect(visit(true)).rejects.toThrow('no browser here')
})
