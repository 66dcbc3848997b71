import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { purchaseStateShape } from '../../core/checkout/shape.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { uuidv7 } from '../../core/id.ts'
import { listHeartbeats } from '../../db/heartbeats/list.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { openOriginGate } from '../../workers/shops/gate.ts'
import { startCheckoutWorld } from '../support/checkout.ts'
import type { Server } from '../support/external.ts'
import { queueEngines } from '../support/pool.ts'

// The workers themselves, with browsers and shops, as several processes on one queue. test/integration/pool.test.ts has the
// order of service.

const FINAL = purchaseStateShape.options.filter(isFinalState)
const PATIENCE = { timeout: 90_000, interval: 50 }

/** A shop that has no rules for guests and then takes every question and answers none. */
async function openMuteShop(): Promise<{ origin: string; asked: () => number }> {
  let asked = 0
  const server = createServer(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(404).end()
    else asked++
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}

describe.each(queueEngines())('workers on %s', (name, engine) => {
  let world: Awaited<ReturnType<typeof startCheckoutWorld>>
  let redis: Server | undefined
  beforeAll(async () => {
    redis = await engine()
    world = await startCheckoutWorld({ redisUrl: redis?.url })
  })
  afterAll(async () => {
    await world.close()
    await redis?.stop()
  })

  const active = async () => (await world.queue.counts()).active

  test('two processes share the shops, and what one leaves when it is killed the other brings to its end', async () => {
    const shops = await Promise.all([world.openShop(), world.openShop()])
    const [first, second] = [await world.openWorker({ contexts: 1 }), await world.openWorker({ contexts: 1 })]
    const purchases = await Promise.all(shops.map(({ dropId }) => world.request({ dropId })))
    await Promise.all(purchases.map((purchase) => world.until(purchase, ['review'])))
    // One place each: both are at work, and say so.
    const busy = async () =>
      (await listHeartbeats(world.sql)).filter(({ detail }) => detail.busy === 1 && detail.contexts === 1)
    await vi.waitUntil(async () => (await busy()).length === 2, PATIENCE)
    await first.kill()
    await Promise.all(purchases.map(world.confirm))
    for (const [index, purchase] of purchases.entries()) {
      expect((await world.until(purchase, FINAL)).state).toBe('ordered')
      expect(await shops[index]?.orders(purchase.email)).toBe(1)
    }
    expect(await second.stop()).toBe(0)
  })

  test('a worker that drains leaves a page that does not answer, and another begins anew', async () => {
    const shop = await openMuteShop()
    // Longer than this test: it does not wait for that.
    const worker = await world.openWorker({ drainSeconds: 600 })
    const purchase = await world.request({ dropId: await world.addDrop(shop.origin), mode: 'dry-run' })
    await vi.waitUntil(() => shop.asked() > 0, PATIENCE)
    expect(await worker.stop()).toBe(0)
    expect(await active()).toBe(0)
    // Given back, and not failed: that costs no try.
    if (name === 'Postgres') {
      const [job] = await world.sql`select attempts_made from queue.job where id = ${purchase.id}`
      expect(job).toEqual({ attempts_made: 0 })
    }
    expect(await getPurchase(world.sql, purchase)).toMatchObject({ outcome: null })
    const before = shop.asked()
    const next = await world.openWorker()
    await vi.waitUntil(() => shop.asked() > before, PATIENCE)
    await world.cancel(purchase)
    expect(await next.stop()).toBe(0)
  })

  const here = test.runIf(name === 'Postgres')
  here(
    'a request that waits for its shop keeps no place from one of another shop',
    async () => {
      const [full, free] = [await openMuteShop(), await world.openShop()]
      const answer = await openOriginGate(world.sql).ask(full.origin, { id: uuidv7(), purpose: 'checkout' })
      const dropId = await world.addDrop(full.origin)
      const ask = () => world.request({ dropId, mode: 'dry-run' })
      const waiting = [await ask(), await ask(), await ask()]
      const worker = await world.openWorker({ contexts: 1 })
      const other = await world.request({ dropId: free.dropId, mode: 'dry-run' })
      expect((await world.until(other, FINAL)).state).toBe('dry-run')
      expect(full.asked()).toBe(0)
      if (answer.kind === 'in') await answer.lease.leave()
      await vi.waitUntil(() => full.asked() > 0, PATIENCE)
      await Promise.all(waiting.map(world.cancel))
      expect(await worker.stop()).toBe(0)
    },
    240_000,
  )

  here(
    'a worker that drains sees an order behind its fence to the end',
    async () => {
      const shop = await world.openShop('502-after-commit')
      const worker = await world.openWorker({ drainSeconds: 60 })
      const purchase = await world.request({ dropId: shop.dropId })
      await world.confirm(purchase)
      await vi.waitUntil(
        async () => (await getPurchase(world.sql, purchase))?.state !== 'confirmed',
        PATIENCE,
      )
      expect(await worker.stop()).toBe(0)
      expect((await getPurchase(world.sql, purchase))?.state).toBe('ordered')
      expect(await shop.orders(purchase.email)).toBe(1)
    },
    240_000,
  )

  here(
    'an order that cannot be seen to its end in time is given to another worker, which only looks',
    async () => {
      const shop = await world.openShop('listed-late')
      const worker = await world.openWorker({ drainSeconds: 0, reconcileSeconds: 600 })
      const purchase = await world.request({ dropId: shop.dropId })
      await world.confirm(purchase)
      await vi.waitUntil(async () => (await shop.orders(purchase.email)) === 1, PATIENCE)
      expect(await worker.stop()).toBe(0)
      expect(await active()).toBe(0)
      expect((await getPurchase(world.sql, purchase))?.state).toBe('submitting')
      // This shop lists an order from the second question on: time has passed.
      const body = new URLSearchParams({ email: purchase.email, zip: '97201' })
      await fetch(`${shop.origin}/orders`, { method: 'POST', body })
      await world.openWorker()
      expect((await world.until(purchase, FINAL)).state).toBe('ordered')
      expect(await shop.orders(purchase.email)).toBe(1)
    },
    240_000,
  )
})
