import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { listPurchases } from '../../db/purchases/list.ts'
import { readScreenshot } from '../../db/purchases/screenshot.ts'
import { startCheckoutWorld, type TestShop } from '../support/checkout.ts'
import type { Child } from '../support/child.ts'

const TOTAL = 15000 + 700 + 1200
const FINAL = ['ordered', 'handover', 'not-ordered', 'unknown', 'dry-run']

// Whole walks in a real browser: on a busy machine they take as long as they take.
vi.setConfig({ testTimeout: 180_000 })

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let shop: TestShop
let worker: Child

beforeAll(async () => {
  world = await startCheckoutWorld()
  shop = await world.openShop()
  worker = await world.openWorker()
})
afterAll(() => world.close())

test('walks, shows the total, waits for the member, and orders: the shop counts one', async () => {
  const purchase = await world.request({ dropId: shop.dropId })
  const reviewed = await world.until(purchase, ['review'])
  // The shop ticked a care kit for $9 in advance: only a total without it is this one.
  expect(reviewed.review).toMatchObject({ total_minor: TOTAL, currency: 'USD', size: '10', quantity: 1 })
  expect(await shop.orders(purchase.email)).toBe(0)
  await world.confirm(purchase)
  const { outcome, events } = await world.until(purchase, ['ordered'])
  expect(outcome).toMatchObject({
    kind: 'ordered',
    total_minor: TOTAL,
    number: expect.stringMatching(/^CN-/),
  })
  expect(outcome).toMatchObject({ evidence: expect.stringContaining('Order number CN-') })
  expect(await shop.orders(purchase.email)).toBe(1)
  expect(events.map(({ state }) => state).filter((state, at, all) => state !== all[at - 1])).toEqual([
    ...['queued', 'walking', 'review', 'confirmed', 'submitting', 'ordered'],
  ])
  const shot = events.find(({ has_screenshot }) => has_screenshot)
  const eventId = shot?.id ?? 0
  expect(await readScreenshot(world.sql, { ...purchase, eventId })).toBeInstanceOf(Uint8Array)
  expect(await readScreenshot(world.sql, { ...purchase, eventId, memberId: shop.dropId })).toBeUndefined()
  expect((await listPurchases(world.sql, purchase.memberId)).map(({ id }) => id)).toEqual([purchase.id])

  await expect(world.request({ dropId: shop.dropId, member: purchase })).rejects.toMatchObject({
    code: 'checkout.already-ordered',
  })
})

test('two requests of one member for one drop: one order', async () => {
  const first = await world.request({ dropId: shop.dropId })
  const second = await world.request({ dropId: shop.dropId, member: first })
  await Promise.all([world.until(first, ['review']), world.until(second, ['review'])])
  await Promise.all([world.confirm(first), world.confirm(second)])
  const ends = await Promise.all([first, second].map((purchase) => world.until(purchase, FINAL)))
  expect(ends.map(({ state }) => state).sort()).toEqual(['not-ordered', 'ordered'])
  expect(await shop.orders(first.email)).toBe(1)
})

test('a sold-out size, a total above the limit, a dry run, a cancel, a closed gate: nothing is ordered', async () => {
  const { dropId } = shop
  const soldOut = await world.request({ dropId, size: '10.5' })
  const dear = await world.request({ dropId, max: TOTAL - 1 })
  const foreign = await world.request({ dropId, currency: 'EUR' })
  const dry = await world.request({ dropId, mode: 'dry-run' })
  const cancelled = await world.request({ dropId })
  expect((await world.until(soldOut, FINAL)).outcome).toMatchObject({
    kind: 'not-ordered',
    reason: 'sold-out',
  })
  expect((await world.until(dear, FINAL)).outcome).toMatchObject({ kind: 'handover', reason: 'price' })
  expect((await world.until(foreign, FINAL)).outcome).toMatchObject({ kind: 'handover', reason: 'price' })
  expect((await world.until(dry, FINAL)).outcome).toMatchObject({ kind: 'dry-run', total_minor: TOTAL })
  await world.until(cancelled, ['review'])
  await world.cancel(cancelled)
  expect((await world.until(cancelled, FINAL)).outcome).toMatchObject({ reason: 'cancelled' })
  const gated = await world.request({ dropId: await world.addDrop(shop.origin, karma(10)) })
  expect((await world.until(gated, FINAL)).outcome).toMatchObject({
    kind: 'not-ordered',
    reason: 'refused',
    detail: expect.stringContaining('10 karma'),
  })
  for (const { email } of [gated, soldOut, dear, foreign, dry, cancelled])
    expect(await shop.orders(email)).toBe(0)
})

test('a gate that closed while the member was reading: nothing is ordered', async () => {
  const dropId = await world.addDrop(shop.origin)
  const purchase = await world.request({ dropId })
  await world.until(purchase, ['review'])
  // What a transfer away or a reorg does to the member's balance, seen from the gate.
  await world.sql`update app.drop set min_karma = ${String(karma(10))} where id = ${dropId}`
  await world.confirm(purchase)
  expect((await world.until(purchase, FINAL)).outcome).toMatchObject({
    kind: 'not-ordered',
    reason: 'refused',
    detail: expect.stringContaining('10 karma'),
  })
  expect(await shop.orders(purchase.email)).toBe(0)
})

test('the worker never pays more than the member said yes to', async () => {
  const purchase = await world.request({ dropId: shop.dropId })
  await world.until(purchase, ['review'])
  // The shop asks more than what was confirmed, and less than the limit.
  await world.sql`
    update app.purchase_request set review = jsonb_set(review, '{total_minor}', ${String(TOTAL - 1)}::jsonb)
    where id = ${purchase.id}`
  await world.confirm(purchase)
  expect((await world.until(purchase, FINAL)).outcome).toMatchObject({ kind: 'handover', reason: 'price' })
  expect(await shop.orders(purchase.email)).toBe(0)
})

test('sold out between review and order: not ordered, and the drop is free for another try', async () => {
  const unlucky = await world.openShop('sold-out-at-review')
  const purchase = await world.request({ dropId: unlucky.dropId })
  await world.confirm(purchase)
  expect((await world.until(purchase, FINAL)).outcome).toMatchObject({
    kind: 'not-ordered',
    reason: 'sold-out',
  })
  expect(await unlucky.orders(purchase.email)).toBe(0)
  expect((await world.request({ dropId: unlucky.dropId, member: purchase })).id).not.toBe(purchase.id)
})

test('the shop takes the order and answers 502: found through its order lookup, ordered once', async () => {
  const broken = await world.openShop('502-after-commit')
  const purchase = await world.request({ dropId: broken.dropId })
  await world.confirm(purchase)
  expect((await world.until(purchase, FINAL)).outcome).toMatchObject({ kind: 'ordered' })
  expect(await broken.orders(purchase.email)).toBe(1)
})

test('a worker that drains gives its open page to the next one', async () => {
  const purchase = await world.request({ dropId: shop.dropId })
  await world.until(purchase, ['review'])
  expect(await worker.stop()).toBe(0)
  await world.confirm(purchase)
  worker = await world.openWorker()
  expect((await world.until(purchase, FINAL)).state).toBe('ordered')
  expect(await shop.orders(purchase.email)).toBe(1)
  expect((await getPurchase(world.sql, purchase))?.events.at(-1)?.state).toBe('ordered')
})
