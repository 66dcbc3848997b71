import { afterAll, beforeAll, expect, test } from 'vitest'
import { purchaseStateShape } from '../../core/checkout/shape.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { deleteMember } from '../../db/members/delete.ts'
import { raiseFence, readFence } from '../../db/purchases/fence.ts'
import { beginWalk, storeReview } from '../../db/purchases/progress.ts'
import { startCheckoutWorld, type TestShop } from '../support/checkout.ts'
import { startUcpShop } from '../support/ucp.ts'

// Requests that are in no queue: only the workers' sweep over app.purchase_request can find them.

const FINAL = purchaseStateShape.options.filter(isFinalState)
/** A dead worker's lock, the sweep and a browser's start come one after the other. */
const PATIENCE_MS = 90_000
const note = { step: null, message: 'test' }

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let shop: TestShop

beforeAll(async () => {
  world = await startCheckoutWorld()
  shop = await world.openShop('slow-commit')
})
afterAll(() => world.close())

test(
  'a request that the queue was never told of, or forgot, is walked; one forgotten while its member reads, once',
  async () => {
    const forgotten = await world.request({ dropId: shop.dropId, mode: 'dry-run' })
    await world.emptyQueue()
    const untold = await world.request({ dropId: shop.dropId, hint: false })
    const worker = await world.openWorker()
    expect((await world.until(forgotten, FINAL)).state).toBe('dry-run')
    await world.until(untold, ['review'])
    await world.emptyQueue()
    await world.confirm(untold)
    expect((await world.until(untold, FINAL)).state).toBe('ordered')
    expect(await shop.orders(untold.email)).toBe(1)
    await worker.stop()
  },
  PATIENCE_MS,
)

test(
  'an order that its dead worker left behind the fence is looked up, and the click is not repeated',
  async () => {
    const doomed = await world.openWorker()
    const purchase = await world.request({ dropId: shop.dropId })
    await world.confirm(purchase)
    await world.until(purchase, ['submitting'])
    await doomed.kill()
    await world.emptyQueue()
    const next = await world.openWorker()
    const { state } = await world.until(purchase, FINAL)
    // Whether the click left the dying browser is open; what is said of it is not.
    expect(['ordered 1', 'not-ordered 0']).toContain(`${state} ${await shop.orders(purchase.email)}`)
    await next.stop()
  },
  PATIENCE_MS,
)

test(
  'an order by the shop’s interface whose worker died is asked for by its session: the pages list none of these',
  async () => {
    const { shop: ucp, state } = await startUcpShop({ broken: 'complete-slow' })
    const dropId = await world.addDrop(ucp.origin, 0n, new URL(ucp.url).pathname)
    const doomed = await world.openWorker()
    const purchase = await world.request({ dropId, currency: 'CAD' })
    await world.confirm(purchase)
    await expect.poll(() => state.completing, { interval: 10 }).toBe(1)
    await doomed.kill()
    await world.emptyQueue()
    const next = await world.openWorker()
    const { outcome } = await world.until(purchase, FINAL)
    expect(outcome).toMatchObject({ kind: 'ordered', number: state.orders[0]?.number })
    expect(state.completing).toBe(1)
    await next.stop()
    await ucp.close()
  },
  PATIENCE_MS,
)

test(
  'the order of a member who left while it was placed is looked up without an address, and then forgotten',
  async () => {
    const doomed = await world.openWorker()
    const purchase = await world.request({ dropId: shop.dropId })
    await world.confirm(purchase)
    await world.until(purchase, ['submitting'])
    await doomed.kill()
    await deleteMember(world.sql, world.keys.ring, purchase.memberId)
    const next = await world.openWorker()
    const { state } = await world.until(purchase, FINAL)
    expect(['ordered 1', 'not-ordered 0']).toContain(`${state} ${await shop.orders(purchase.email)}`)
    const [row] = await world.sql`select email, review from app.purchase_request where id = ${purchase.id}`
    expect(row).toEqual({ email: null, review: null })
    await next.stop()
  },
  PATIENCE_MS,
)

test(
  'a fence whose worker died before the click comes down again, and nothing was bought',
  async () => {
    const purchase = await world.request({ dropId: shop.dropId, hint: false })
    const { id } = purchase
    const review = {
      title: 'Court Low',
      size: '10',
      quantity: 1,
      total_minor: 16_900,
      currency: 'USD',
      lines: [],
    }
    await beginWalk(world.sql, { id, note })
    await storeReview(world.sql, { id, note, review })
    await world.confirm(purchase)
    await raiseFence(world.sql, id)
    const worker = await world.openWorker()
    expect((await world.until(purchase, FINAL)).state).toBe('not-ordered')
    expect(await shop.orders(purchase.email)).toBe(0)
    expect(await readFence(world.sql, id)).toBeUndefined()
    await worker.stop()
  },
  PATIENCE_MS,
)

test(
  '"no order" is not believed at once: a shop that says no and lists the order late has taken it',
  async () => {
    const late = await world.openShop('listed-late')
    const worker = await world.openWorker({ reconcileSeconds: 8 })
    const purchase = await world.request({ dropId: late.dropId })
    await world.confirm(purchase)
    expect((await world.until(purchase, FINAL)).outcome).toMatchObject({ kind: 'ordered' })
    expect(await late.orders(purchase.email)).toBe(1)
    await worker.stop()
  },
  PATIENCE_MS,
)

test(
  'a worker that slept behind its own fence does not order any more when it wakes: another has looked meanwhile',
  async () => {
    const sleeper = await world.openWorker()
    const purchase = await world.request({ dropId: shop.dropId })
    await world.confirm(purchase)
    await world.until(purchase, ['submitting'])
    sleeper.process.kill('SIGSTOP')
    const other = await world.openWorker()
    const { state } = await world.until(purchase, FINAL)
    sleeper.process.kill('SIGCONT')
    // Its page is closed when it takes up another request, and then nothing of the old one is left to come.
    await other.stop()
    const next = await world.request({ dropId: shop.dropId, mode: 'dry-run' })
    expect((await world.until(next, FINAL)).state).toBe('dry-run')
    expect(['ordered 1', 'not-ordered 0']).toContain(`${state} ${await shop.orders(purchase.email)}`)
    await sleeper.stop()
  },
  PATIENCE_MS,
)
