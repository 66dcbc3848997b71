import { expect, test } from 'vitest'
import { stockOf } from '../../db/monitor/stock.ts'
import { changesOf, lookNow, statesOf, watching } from '../../test/support/monitor.ts'

const MINUTE = { timeout: 60_000 }
const sizes = ['9', '10']

test('the first look is a baseline; what comes back is one restock, with its price, confidence and evidence', async () => {
  const { sql, sneakerId, monitor, shop } = await watching()
  const corner = await shop({ sizes, priceMinor: 287_920 })
  corner.set(0, { '9': 'in' })
  monitor()
  await expect.poll(() => statesOf(sql), MINUTE).toEqual(['9: in', '10: out'])
  expect(await changesOf(sql)).toEqual([])
  corner.set(0, { '10': 'in' })
  await expect.poll(() => changesOf(sql), MINUTE).toEqual(['10: out -> in'])
  const [restock, ...more] = await sql`select * from app.restock`
  expect(more).toEqual([])
  expect(restock).toMatchObject({ size: '10', source: 'monitor', price_minor: 287_920, currency: 'USD' })
  expect(restock?.confidence).toBeCloseTo(0.75)
  expect(restock?.evidence).toContain('InStock')
  const [nine, ten] = await stockOf(sql, sneakerId)
  expect(nine).toMatchObject({ size: '9', state: 'in', price_minor: 287_920, currency: 'USD' })
  expect(ten).toMatchObject({ size: '10', state: 'in', url: corner.url(0), confidence: 0.75 })
  corner.set(0, { '10': 'out' })
  await expect.poll(() => changesOf(sql), MINUTE).toEqual(['10: out -> in', '10: in -> out'])
  const [ended] = await sql`select ended_at from app.restock`
  expect(ended?.ended_at).toBeInstanceOf(Date)
  expect(corner.guests.told).toEqual([])
})

test('a page that did not change is asked for by its validators and answered 304, and held to be so', async () => {
  const { sql, sneakerId, monitor, shop } = await watching()
  const corner = await shop({ sizes })
  monitor()
  await expect.poll(() => corner.guests.notModified, MINUTE).toBeGreaterThan(3)
  expect(corner.guests.unconditional).toBe(0)
  expect(corner.guests.gzipped).toBe(1)
  // What was seen once still holds.
  const first = (await stockOf(sql, sneakerId))[0]?.seen_at ?? ''
  await expect.poll(async () => (await stockOf(sql, sneakerId))[0]?.seen_at, MINUTE).not.toBe(first)
  expect(corner.guests.told).toEqual([])
})

test('a date alone names a page only when its second is over: no change within it is missed, and later it is used', async () => {
  const { sql, monitor, shop } = await watching()
  const corner = await shop({ sizes: ['9'], validators: 'date' })
  monitor()
  await expect.poll(() => statesOf(sql), MINUTE).toEqual(['9: out'])
  for (let round = 1; round <= 8; round++) {
    corner.set(0, { '9': round % 2 === 1 ? 'in' : 'out' })
    await expect.poll(async () => (await changesOf(sql)).length, MINUTE).toBe(round)
  }
  await expect.poll(() => corner.guests.notModified, MINUTE).toBeGreaterThan(1)
})

test('without validators the same bytes are known by themselves', async () => {
  const { sql, monitor, shop } = await watching()
  const corner = await shop({ sizes, validators: 'none' })
  monitor()
  await expect.poll(() => corner.guests.pages, MINUTE).toBeGreaterThan(3)
  corner.set(0, { '9': 'preorder' })
  await expect.poll(() => changesOf(sql), MINUTE).toEqual(['9: out -> preorder'])
})

test.each([
  { kind: 'challenge', status: 403 } as const,
  { kind: 'challenge', status: 200 } as const,
  { kind: 'status', status: 404 } as const,
])(
  '$kind $status is unknown, never out: out, unknown, in is one restock; in, unknown, in is none',
  async (trouble) => {
    const { sql, monitor, shop } = await watching()
    const corner = await shop({ sizes })
    corner.set(0, { '9': 'in' })
    monitor()
    await expect.poll(() => statesOf(sql), MINUTE).toEqual(['9: in', '10: out'])
    corner.suffer(trouble)
    await expect.poll(() => statesOf(sql), MINUTE).toEqual(['9: unknown', '10: unknown'])
    corner.set(0, { '10': 'in' })
    corner.heal()
    await expect.poll(() => lookNow(sql), MINUTE).toEqual(['9: in', '10: in'])
    expect(await changesOf(sql)).toEqual(['10: out -> in'])
    expect(await sql`select size from app.restock`).toEqual([{ size: '10' }])
  },
)

test('a shop that does not answer says nothing: what was known stays, and it is asked less and less', async () => {
  const { sql, monitor, shop } = await watching()
  const corner = await shop({ sizes })
  monitor()
  await expect.poll(() => statesOf(sql), MINUTE).toEqual(['9: out', '10: out'])
  corner.suffer({ kind: 'cut' })
  const failing = async () => {
    const [row] =
      await sql`select failures, last_error, next_at > now() + interval '3 seconds' as later from app.monitor_target`
    return row
  }
  await expect.poll(failing, MINUTE).toMatchObject({ failures: 1, later: true })
  expect(await statesOf(sql)).toEqual(['9: out', '10: out'])
  expect((await failing())?.last_error).toContain('does not answer')
})

test('a page that robots.txt forbids is never asked for: it is paused, and why is said', async () => {
  const { sql, monitor, shop } = await watching()
  const corner = await shop({ sizes, products: 2, rules: { forbidden: ['/products/p1'] } })
  monitor()
  await expect
    .poll(async () => sql`select last_error from app.monitor_target where paused`, MINUTE)
    .toEqual([{ last_error: 'This shop does not allow it (robots.txt: "Disallow: /products/p1").' }])
  await expect.poll(() => corner.guests.notModified, MINUTE).toBeGreaterThan(2)
  expect(corner.guests.told).toEqual([])
})

test.each(['shopify', 'woo'] as const)(
  '%s: the list of the software is asked for alone, and its news only with the page beside it',
  async (telling) => {
    const { sql, monitor, shop } = await watching()
    const corner = await shop({ sizes, telling })
    monitor()
    await expect.poll(() => corner.guests.notModified, MINUTE).toBeGreaterThan(2)
    expect(await statesOf(sql)).toEqual(['9: out', '10: out'])
    expect(await sql`select reader from app.monitor_target`).toEqual([{ reader: telling }])
    corner.set(0, { '9': 'in' })
    await expect.poll(() => changesOf(sql), MINUTE).toEqual(['9: out -> in'])
    const [restock] = await sql`select price_minor, currency, confidence from app.restock`
    expect(restock).toMatchObject({ price_minor: 15_000, currency: 'USD' })
    expect(restock?.confidence).toBeGreaterThan(0.8)
    expect(corner.guests.told).toEqual([])
  },
)

test('metadata that lies convinces nobody: what the page shows is out stays out', async () => {
  const { sql, monitor, shop } = await watching()
  const corner = await shop({
    sizes,
    lie: 'in',
    validators: 'none',
    telling: ['page', 'shopify', 'woo'],
    products: 3,
  })
  monitor()
  await expect.poll(() => corner.guests.pages, MINUTE).toBeGreaterThan(12)
  const said = await sql`select distinct state from app.stock`
  expect(said).toEqual([{ state: 'out' }])
  expect(await changesOf(sql)).toEqual([])
})
