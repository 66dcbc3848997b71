import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { startCorner } from '../../adapters/retailers/corner/server.ts'
import type { Fault } from '../../adapters/retailers/corner/store.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk, walkToReview } from '../../adapters/retailers/walk.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { startHarbor } from '../fixtures/shops/harbor.ts'
import { testBrowser } from '../support/browser.ts'

type Shop = {
  name: string
  open: () => Promise<{ origin: string; orders: () => Promise<number>; close: () => void }>
  path: string
  size: string
  soldOut: string
  absent: string
  /** Minor units: one pair, the cheapest delivery, no extras. */
  total: number
  currency: string
  number: RegExp
}

async function openCorner(fault: Fault = 'none') {
  const port = await freePort()
  const server = await startCorner({ port, fault })
  const origin = `http://127.0.0.1:${port}`
  const orders = async () => {
    const { counts } = (await (await fetch(`${origin}/__orders`)).json()) as {
      counts: Record<string, number>
    }
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }
  return { origin, orders, close: () => server.closeAllConnections() }
}

const shops: Shop[] = [
  {
    name: 'corner: pages in steps, radios, JSON-LD, dollars',
    open: openCorner,
    path: '/products/halyard-court-low-bone',
    size: '10',
    soldOut: '10.5',
    absent: '15',
    total: 15000 + 700 + 1200,
    currency: 'USD',
    number: /^CN-\d+-[0-9A-F]+$/,
  },
  {
    name: 'harbor: one page, a select, no metadata, euros, two pairs preset',
    open: async () => {
      const { server, origin, orders } = await startHarbor()
      return { origin, orders: async () => orders.length, close: () => server.closeAllConnections() }
    },
    path: '/shoes/ferryman-3',
    size: '10',
    soldOut: '11',
    absent: '12',
    total: 14900 + 500,
    currency: 'EUR',
    number: /^HB-\d+$/,
  },
]

const keeper = testBrowser()
afterAll(() => keeper.close())

const buyer = {
  email: 'kim@example.org',
  name: 'Kim Rivera',
  street: '12 Canal St',
  city: 'Portland',
  state: 'Oregon',
  zip_code: '97201',
  country: 'US',
}

async function begin(origin: string, path: string, size: string) {
  const opened = await openShopPage(await keeper.get(), { origins: [origin] })
  const walk = beginWalk({
    page: opened.page,
    productUrl: new URL(path, origin),
    size,
    buyer,
    payment: async () => null,
  })
  return { walk, close: opened.close }
}

describe.each(shops)('$name', (shop) => {
  let open: Awaited<ReturnType<Shop['open']>>
  beforeAll(async () => {
    open = await shop.open()
  })
  afterAll(() => open.close())

  async function reach(size: string) {
    const { walk, close } = await begin(open.origin, shop.path, size)
    const steps: string[] = []
    const review = await walkToReview(universalAdapter, walk, async (step, message) => {
      steps.push(`${step}: ${message}`)
    }).finally(() => (size === shop.size ? undefined : close()))
    return { walk, close, review, steps }
  }

  test('walks to the review and buys nothing: one pair, this size, no extras, the exact total', async () => {
    const { review, close, steps } = await reach(shop.size)
    await close()
    expect(review).toMatchObject({
      size: shop.size,
      quantity: 1,
      total_minor: shop.total,
      currency: shop.currency,
    })
    expect(steps.map((step) => step.split(':')[0])).toEqual(
      expect.arrayContaining(['find', 'choose', 'add', 'address', 'shipping', 'payment']),
    )
    expect(await open.orders()).toBe(0)
  })

  test('a size that is sold out, or not offered, ends the walk', async () => {
    for (const size of [shop.soldOut, shop.absent])
      await expect(reach(size)).rejects.toMatchObject({
        outcome: { kind: 'not-ordered', reason: 'sold-out' },
      })
  })

  test('every step may be run again: reading twice gives the same review', async () => {
    const { walk, review, close } = await reach(shop.size)
    for (const step of ['address', 'shipping', 'payment'] as const)
      expect(await universalAdapter.walk[step](walk)).toBeNull()
    expect(await universalAdapter.review(walk)).toEqual(review)
    await close()
  })

  test('the lookup says none before, and names the order after', async () => {
    const before = await begin(open.origin, shop.path, shop.size)
    expect((await universalAdapter.reconcile(before.walk)).kind).toBe('none')
    await before.close()
    const { walk, close } = await reach(shop.size)
    await universalAdapter.submit(walk)
    const confirmation = await universalAdapter.confirm(walk)
    expect(confirmation).toMatchObject({ kind: 'ordered', number: expect.stringMatching(shop.number) })
    const lookup = await universalAdapter.reconcile(walk)
    await close()
    expect(lookup).toMatchObject({
      kind: 'listed',
      orders: [{ number: 'number' in confirmation ? confirmation.number : '' }],
    })
    expect(await open.orders()).toBe(1)
  })
})

test('a shop whose robots.txt forbids buying by machines is left alone before its first page', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('# Bots must not place orders here.\nUser-agent: *\nDisallow: /admin')
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { walk, close } = await begin(`http://127.0.0.1:${port}`, '/p', '10')
  const walked = walkToReview(universalAdapter, walk, async () => undefined)
  await expect(walked).rejects.toMatchObject({ outcome: { kind: 'handover', reason: 'policy' } })
  expect(asked).toEqual(['/robots.txt'])
  await close()
  server.close()
})

test('a challenge hands over at once', async () => {
  const corner = await openCorner('challenge')
  const { walk, close } = await begin(corner.origin, '/products/halyard-court-low-bone', '10')
  const walked = walkToReview(universalAdapter, walk, async () => undefined)
  await expect(walked).rejects.toMatchObject({ outcome: { kind: 'handover', reason: 'challenge' } })
  await close()
  corner.close()
})
