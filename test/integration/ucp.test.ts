import { afterAll, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { type Confirmation, type Lookup, Stopped } from '../../adapters/retailers/adapter.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk, walkToReview } from '../../adapters/retailers/walk.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { PayWay } from '../../core/checkout/profile.ts'
import type { Review } from '../../core/checkout/shape.ts'
import type { UcpOptions, UcpState } from '../fixtures/shops/platforms/ucp-shape.ts'
import { testBrowser } from '../support/browser.ts'
import { newShopper } from '../support/shopper.ts'
import { startUcpShop } from '../support/ucp.ts'

// Shops that speak the Universal Commerce Protocol beside their pages.

const keeper = testBrowser()
afterAll(() => keeper.close())

const kim = {
  ...{ email: 'kim@example.org', name: 'Kim Rivera', street: '12 Canal St', city: 'Portland', state: 'OR' },
  ...{ zip_code: '97201', country: 'US' },
}
type Asked = {
  size?: string
  shipping?: 'cheapest' | 'fastest'
  payment?: PayWay[]
  phone?: string
  buys?: boolean
}
type End = { review?: Review; outcome?: Outcome; confirmed?: Confirmation; lookup?: Lookup; state: UcpState }

/** To the review, and past it if asked. */
async function walked(options: Partial<UcpOptions>, asked: Asked = {}): Promise<End> {
  const { shop, state } = await startUcpShop(options)
  const { page, close } = await openShopPage(await keeper.get(), { origins: [shop.origin] })
  const { size = '10', shipping = 'cheapest', payment = [], phone } = asked
  const wishes = { shipping, payment }
  const buyer = phone ? { ...kim, phone } : kim
  const walk = beginWalk({
    page,
    productUrl: new URL(shop.url),
    size,
    buyer,
    wishes,
    payment: async () => null,
  })
  const end: End = { state }
  try {
    end.review = await walkToReview(universalAdapter, walk, async () => undefined)
    if (asked.buys) {
      await universalAdapter.submit(walk)
      end.confirmed = await universalAdapter.confirm(walk)
      end.lookup = await universalAdapter.reconcile(walk)
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    end.outcome = error.outcome
  } finally {
    await close()
    await shop.close()
  }
  expect(state.store.violations).toEqual([])
  return end
}

const byUcp = { title: 'Tern Low 10', size: '10', quantity: 1, currency: 'CAD', total_minor: 15_500 }

test.each([
  ['lookup', '2026-04-08'],
  ['featured', '2026-04-08'],
  ['search', '2026-01-11'],
  ['sku', '2026-04-08'],
] as const)(
  'the pair is found by %s in the words of %s, and the cheapest delivery taken',
  async (catalog, dialect) => {
    const { review, state } = await walked({ catalog, dialect })
    expect(review).toMatchObject(byUcp)
    expect(review?.lines).toContainEqual({ label: 'Shipping', minor: 500 })
    expect(state.orders).toEqual([])
    expect([...state.sessions.values()].map(({ told }) => told.buyer)).toMatchObject([
      { email: kim.email, first_name: 'Kim', last_name: 'Rivera' },
    ])
  },
)

test('the fastest delivery, paid at the door: ordered once, and the session says so for ever', async () => {
  const end = await walked({ handlers: 'cod' }, { shipping: 'fastest', buys: true })
  expect(end.review).toMatchObject({ total_minor: 16_900 })
  expect(end.state.orders).toEqual([
    { number: 'ord_1', item: 'v4712', mail: kim.email, delivery: 'express', instrument: 'cod_1' },
  ])
  expect(end.confirmed).toMatchObject({ kind: 'ordered', number: 'ord_1' })
  expect(end.lookup).toMatchObject({ kind: 'listed', orders: [{ number: 'ord_1' }] })
})

test.each(['complete-lost', 'complete-slow'] as const)(
  'an order whose answer is lost or late (%s) is read from the session, not placed again',
  async (broken) => {
    const { confirmed, state } = await walked({ broken }, { buys: true })
    expect(confirmed).toMatchObject({ kind: 'ordered', number: 'ord_1' })
    expect(state.orders).toHaveLength(1)
  },
)

test.each([
  ['declined', { kind: 'refused', soldOut: false, evidence: 'Payment was declined' }],
  ['asks-after', { kind: 'person', reason: 'payment' }],
] as const)('an order that the shop does not take (%s) is none', async (broken, said) => {
  const { confirmed, lookup, state } = await walked({ broken }, { buys: true })
  expect(confirmed).toMatchObject(said)
  expect(lookup).toMatchObject({ kind: 'none' })
  expect(state.orders).toEqual([])
})

test.each([
  ['review', 'review', 'Orders over $100 need your approval'],
  ['input', 'review', 'Select a delivery window'],
  ['challenge', 'challenge', 'Please verify that you are human'],
  ['disclosure', 'review', 'Contains lead.'],
  ['phone', 'unknown-page', 'Phone number is required'],
] as const)('what only the person can do (%s) is theirs, where the shop says', async (ends, reason, said) => {
  const { outcome, state } = await walked({ ends })
  const resume_url = `${state.origin}/checkouts/chk_1`
  expect(outcome).toMatchObject({
    kind: 'handover',
    reason,
    resume_url,
    detail: expect.stringContaining(said),
  })
  expect(state.orders).toEqual([])
})

test('a phone number that was given is told', async () => {
  expect((await walked({ ends: 'phone' }, { phone: '+15035550123' })).review).toMatchObject(byUcp)
})

test('amounts that do not add up are left to the person', async () => {
  expect((await walked({ broken: 'sums' })).outcome).toMatchObject({ kind: 'handover', reason: 'price' })
})

test.each([
  [{ broken: 'profile' }, 0],
  [{ broken: 'elsewhere' }, 0],
  [{ broken: 'create' }, 0],
  [{ broken: 'other-price' }, 1],
  [{ broken: 'update' }, 1],
  [{ ends: 'sold-out' }, 1],
  [{ handlers: 'wallet' }, 1],
] as const)('%j: the pages go on, and no session is left open', async (options, opened) => {
  const { review, outcome, state } = await walked(options)
  expect(review, JSON.stringify(outcome)).toMatchObject({
    title: 'Tern Low',
    size: '10',
    total_minor: 15_000,
  })
  expect(state.store.requests).toContain('POST /page-cart size=10')
  expect(state.sessions.size).toBe(opened)
  expect(state.cancelled).toHaveLength(opened)
})

test('a card that the person would rather give than pay at the door is given on the pages', async () => {
  const { review } = await walked({ handlers: 'wallet' }, { payment: ['card', 'cash_on_delivery'] })
  expect(review).toMatchObject({ total_minor: 15_000 })
})

test('asked to come back later, it waits', async () => {
  expect((await walked({ broken: 'busy' })).review).toMatchObject(byUcp)
})

test('a size that the catalogue has sold out is for the page to say', async () => {
  const { outcome, state } = await walked({}, { size: '11' })
  expect(outcome).toMatchObject({ kind: 'not-ordered', reason: 'sold-out' })
  expect(state.sessions.size).toBe(0)
})

test('the command orders by the interface, once, and a second run orders nothing', async () => {
  const { shop, state } = await startUcpShop({ handlers: 'cod' })
  const shopper = newShopper()
  const { code, result, err } = await shopper.buy(shop.url)
  expect({ code, ...result }, err).toMatchObject({
    code: 0,
    outcome: 'ordered',
    number: 'ord_1',
    total: '155.00',
  })
  const again = await shopper.buy(shop.url)
  await shop.close()
  expect(again.result.outcome).not.toBe('dry-run')
  expect(state.orders).toMatchObject([{ mail: 'kim@example.org', item: 'v4712', delivery: 'standard' }])
  expect(state.store.violations).toEqual([])
})

test('killed while the shop works on the order, the next run asks the interface and orders nothing', async () => {
  const { shop, state } = await startUcpShop({ broken: 'complete-slow' })
  const shopper = newShopper()
  const first = shopper.start(shop.url)
  await expect.poll(() => state.completing).toBe(1)
  await first.kill()
  const { code, result, err } = await shopper.buy(shop.url)
  await shop.close()
  expect({ code, ...result }, err).toMatchObject({
    code: 0,
    outcome: 'ordered',
    number: 'ord_1',
    total: '155.00',
  })
  expect({ completing: state.completing, orders: state.orders.length }).toEqual({ completing: 1, orders: 1 })
  expect(shopper.everything()).not.toContain('chk_1')
})

test('where robots.txt asks for a human, the command leaves the checkout to the person, filled in', async () => {
  const robots = '# Automated checkout without a final human review is not permitted.'
  const { shop, state } = await startUcpShop({}, robots)
  const { code, result } = await newShopper().buy(shop.url)
  await shop.close()
  const resume_url = `${shop.origin}/checkouts/chk_1`
  expect({ code, ...result }).toMatchObject({ code: 3, outcome: 'handover', reason: 'policy', resume_url })
  expect(state.orders).toEqual([])
})
