import { afterAll, beforeAll, expect, test } from 'vitest'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { readFence } from '../../db/purchases/fence.ts'
import { beginWalk } from '../../db/purchases/progress.ts'
import { loadWork, type PurchaseWork } from '../../db/purchases/work.ts'
import { testBrowser } from '../../test/support/browser.ts'
import { startCheckoutWorld, type TestPurchase, type TestShop } from '../../test/support/checkout.ts'
import { openOriginGate } from '../shops/gate.ts'
import type { CheckoutDeps } from './deps.ts'
import { openLines } from './live/lines.ts'
import { placeOrder } from './order.ts'
import { reachReview } from './reach.ts'
import { visitShop } from './visit.ts'
import { watchPurchases } from './watch.ts'

const keeper = testBrowser()
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let shop: TestShop
let deps: Omit<CheckoutDeps, 'clock'>

beforeAll(async () => {
  world = await startCheckoutWorld()
  shop = await world.openShop()
  deps = {
    sql: world.sql,
    vault: world.keys.ring,
    opening: world.keys.checkout,
    keeper,
    adapter: universalAdapter,
    gate: openOriginGate(world.sql),
    watch: await watchPurchases(world.sql),
    lines: await openLines('127.0.0.1'),
    settings: { reviewSeconds: 60, reconcileSeconds: 1, liveSeconds: 0, allowLoopback: true },
    logger: quiet,
    draining: new AbortController().signal,
    stay: () => undefined,
  }
})
afterAll(async () => {
  await Promise.all([deps.watch.close(), deps.lines.close()])
  await keeper.close()
  await world.close()
})

async function load(purchase: TestPurchase): Promise<PurchaseWork> {
  const work = await loadWork(world.sql, purchase.id)
  if (!work) throw new Error('no such request')
  return work
}

/** A whole checkout whose process sleeps this long between its last look at the page and the click. */
async function orderAfterSleeping(ms: number) {
  const looks: number[] = []
  const clock = () => ms * (looks.push(Date.now()) - 1)
  const sleepy: CheckoutDeps = { ...deps, clock }
  const purchase = await world.request({ dropId: shop.dropId, hint: false })
  await beginWalk(world.sql, { id: purchase.id, note: { step: null, message: 'test' } })
  await visitShop(sleepy, await load(purchase), async (walk) => {
    await reachReview(sleepy, await load(purchase), walk)
    await world.confirm(purchase)
    await placeOrder(sleepy, await load(purchase), walk)
  })
  return { ...purchase, looks }
}

test('a process that slept behind its own fence does not click: another may be looking the order up', async () => {
  const awake = await orderAfterSleeping(4999)
  expect((await load(awake)).state).toBe('ordered')
  expect(await shop.orders(awake.email)).toBe(1)
  // The clock is read before the fence goes up: the time that takes counts too.
  const fence = await readFence(world.sql, awake.id)
  expect(awake.looks[0]).toBeLessThanOrEqual(fence?.at.getTime() ?? 0)

  const slept = await orderAfterSleeping(5000)
  expect((await load(slept)).state).toBe('not-ordered')
  expect(await shop.orders(slept.email)).toBe(0)
})
