import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStores } from '../../app/auth/stores.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { type Gatehouse, startGatehouse } from '../fixtures/shops/gatehouse.ts'
import { CANARY, canariesIn } from '../support/canary.ts'
import { startCheckoutWorld, type TestPurchase } from '../support/checkout.ts'
import type { Child } from '../support/child.ts'
import { dumpEverything } from '../support/dump.ts'
import { ask, register } from '../support/http.ts'
import { JPEG, key, seen, typing, type Viewing, view } from '../support/live.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

const TOTAL = 15_700

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let web: TestWeb
let ann: Awaited<ReturnType<typeof register>>
let ben: Awaited<ReturnType<typeof register>>
let worker: Child
const shops: Gatehouse[] = []
const views: Viewing[] = []

beforeAll(async () => {
  world = await startCheckoutWorld()
  const { sql } = world
  web = await startTestWeb(() => ({
    sql,
    stores: openStores({ sql, redis: undefined }),
    vault: world.keys.ring,
  }))
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  worker = await world.openWorker({ liveSeconds: 300 })
})
afterEach(() => {
  for (const viewing of views.splice(0)) viewing.close()
})
afterAll(async () => {
  await web.close()
  await world.close()
  await Promise.all(shops.map((shop) => shop.close()))
})

async function openShop(options?: Parameters<typeof startGatehouse>[0]) {
  const shop = await startGatehouse(options)
  shops.push(shop)
  return { shop, dropId: await world.addDrop(shop.origin, 0n, shop.path) }
}

let mails = 0
/** A request of Ann's, to a mail of its own. Those of other tests are none of its business. */
const request = (dropId: string, mode: 'review' | 'auto' = 'review') => {
  const member = { memberId: ann.id, email: `ann.${++mails}@example.test` }
  return world.request({ dropId, mode, member })
}

async function look({ id }: TestPurchase, by = ann): Promise<Viewing> {
  const viewing = await view(web.origin, by.cookie, id)
  views.push(viewing)
  return viewing
}

const giveBack = ({ id }: TestPurchase, how: string, by = ann) =>
  ask(`${web.origin}/api/purchase-requests/${id}/give-back`, { token: by.token, body: { how } })

const pass = (viewing: Viewing) => viewing.do(...typing('four'), key('Enter'))
/** The shop let somebody in, so many times by now, and its till is there. */
async function isIn(shop: Gatehouse, times = 1): Promise<void> {
  await expect.poll(() => shop.shown()).toBe(times)
  expect(shop.answers).toEqual(Array.from({ length: times }, () => 'four'))
}

/** The shop's till, filled in and sent with Enter, as a person without a mouse does it. */
const orderByHand = (viewing: Viewing, email: string, wish: string) =>
  viewing.do(...typing(email, 'Kim', '12 Canal St', 'Portland', 'OR', '97201', wish), key('Enter'))

test('a challenge is the member’s own to answer; given back, the assistant goes on from there and asks before it buys', async () => {
  const { shop, dropId } = await openShop()
  const purchase = await request(dropId, 'auto')
  const lent = await world.until(purchase, ['with-member'])
  expect(lent.live).toMatchObject({ reason: 'challenge', detail: expect.stringContaining('person') })

  expect((await look(purchase, ben)).isOpen).toBe(false)
  const viewing = await look(purchase)
  expect(await seen(viewing)).toEqual(JPEG)
  pass(viewing)
  await isIn(shop)
  expect((await giveBack(purchase, 'go-on', ben)).status).toBe(404)
  expect((await giveBack(purchase, 'go-on')).status).toBe(200)
  // It was to buy without asking; with a hand of the member's in the page it asks.
  const reviewed = await world.until(purchase, ['review'])
  expect(reviewed.review).toMatchObject({ total_minor: TOTAL, size: '10', quantity: 1 })
  expect(viewing.ends()).toBe(1)
  expect((await giveBack(purchase, 'go-on')).status).toBe(409)
  expect(shop.orders).toEqual([])
  await world.confirm(purchase)
  const { outcome, events } = await world.until(purchase, ['ordered'])
  expect(outcome).toMatchObject({ kind: 'ordered', number: shop.orders[0]?.number, total_minor: TOTAL })
  expect(shop.orders.map(({ email }) => email)).toEqual([purchase.email])
  const after = events.findIndex(({ message }) => message.includes('gave the page back'))
  expect(events.slice(after).some(({ has_screenshot }) => has_screenshot)).toBe(false)
})

test('an order that the member places by hand is the one order, and nothing that they typed is kept', async () => {
  const { shop, dropId } = await openShop()
  const [first, second] = [await request(dropId), await request(dropId)]
  for (const purchase of [first, second]) await world.until(purchase, ['with-member'])
  const viewing = await look(first)
  await seen(viewing)
  pass(viewing)
  await isIn(shop)
  orderByHand(viewing, first.email, CANARY.number)
  const { outcome, state } = await world.until(first, ['ordered'])
  expect({ outcome, state }).toMatchObject({
    outcome: { number: shop.orders[0]?.number, total_minor: TOTAL },
  })
  expect(shop.orders).toMatchObject([{ email: first.email, card: CANARY.number }])

  // The same hand in another request for the same drop: the press does not reach the shop.
  const again = await look(second)
  await seen(again)
  pass(again)
  await isIn(shop, 2)
  orderByHand(again, second.email, 'again')
  await expect.poll(() => again.told).toEqual([expect.stringContaining('already')])
  expect(shop.orders).toHaveLength(1)
  await world.cancel(second)
  expect((await getPurchase(world.sql, second))?.live).toBeNull()
  expect(canariesIn(await dumpEverything(world.ownerUrl))).toEqual([])
  expect(canariesIn(worker.output())).toEqual([])
})

test('what a bank asks after the click is answered by the member, behind the fence', async () => {
  const { shop, dropId } = await openShop({ bank: true })
  const purchase = await request(dropId)
  await world.until(purchase, ['with-member'])
  const viewing = await look(purchase)
  await seen(viewing)
  pass(viewing)
  await isIn(shop)
  await giveBack(purchase, 'go-on')
  await world.confirm(purchase)
  await expect.poll(async () => (await getPurchase(world.sql, purchase))?.live).not.toBeNull()
  expect(await getPurchase(world.sql, purchase)).toMatchObject({
    state: 'submitting',
    live: { reason: 'payment' },
  })
  const atBank = await look(purchase)
  await seen(atBank)
  atBank.do(...typing('4711'), key('Enter'))
  const { outcome } = await world.until(purchase, ['ordered'])
  expect(outcome).toMatchObject({ kind: 'ordered', number: shop.orders[0]?.number, total_minor: TOTAL })
  expect(shop.orders).toHaveLength(1)
})

test('auto buys within the limit without asking, but where the shop asks for a person’s look', async () => {
  const { shop, dropId } = await openShop({ open: true })
  const { outcome, events } = await world.until(await request(dropId, 'auto'), ['ordered'])
  expect(outcome).toMatchObject({ kind: 'ordered', total_minor: TOTAL })
  expect(events.map(({ state }) => state)).toContain('confirmed')
  expect(shop.orders).toHaveLength(1)

  const robots = `User-agent: *\nAllow: /\n# Checkout by automated agents without a final human review is not permitted.\n`
  const careful = await openShop({ open: true, robots })
  const asked = await request(careful.dropId, 'auto')
  await world.until(asked, ['review'])
  expect(careful.shop.orders).toEqual([])
  await world.confirm(asked)
  await world.until(asked, ['ordered'])
  expect(careful.shop.orders).toHaveLength(1)
})

test('a worker that dies takes its page along: before a press another walks anew, after it another only looks', async () => {
  const { shop, dropId } = await openShop()
  const purchase = await request(dropId)
  await world.until(purchase, ['with-member'])
  await worker.kill()
  worker = await world.openWorker({ liveSeconds: 300 })
  // The row of the dead worker's page is there until the next one has opened its own.
  let viewing = await look(purchase)
  await expect
    .poll(
      async () => {
        if (!viewing.isOpen) viewing = await look(purchase)
        return viewing.isOpen
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true)
  await seen(viewing)
  pass(viewing)
  await isIn(shop)
  orderByHand(viewing, purchase.email, 'last')
  await expect.poll(() => shop.orders.length).toBe(1)
  await worker.kill()
  worker = await world.openWorker({ liveSeconds: 300 })
  const { outcome } = await world.until(purchase, ['ordered'])
  expect(outcome).toMatchObject({ number: shop.orders[0]?.number, total_minor: TOTAL })
  expect(shop.orders).toHaveLength(1)
})

test('ordered by hand under another mail than the shop can be asked for: nobody says that nothing was bought', async () => {
  const { shop, dropId } = await openShop()
  const purchase = await request(dropId)
  await world.until(purchase, ['with-member'])
  const viewing = await look(purchase)
  await seen(viewing)
  pass(viewing)
  await isIn(shop)
  orderByHand(viewing, 'someone.else@example.test', 'x')
  await expect.poll(() => shop.orders.length).toBe(1)
  await worker.kill()
  worker = await world.openWorker({ liveSeconds: 300 })
  const { outcome } = await world.until(purchase, ['unknown'])
  expect(outcome).toMatchObject({ detail: expect.stringContaining('pressed the button yourself') })
  await expect(request(dropId)).rejects.toMatchObject({ code: 'checkout.already-ordered' })
})
