import { expect, onTestFinished, test } from 'vitest'
import { startChild } from '../../test/support/child.ts'
import { changesOf, statesOf, watching } from '../../test/support/monitor.ts'

const SOON = { timeout: 60_000 }
const sizes = ['9', '10']

test('two processes share many shops: never two requests at a shop at once, and nothing is told twice', async () => {
  const { sql, monitor, shop } = await watching()
  const shops = await Promise.all([1, 2, 3].map(() => shop({ sizes, products: 2, everyMs: 400 })))
  const both = [monitor(), monitor()]
  await expect.poll(() => statesOf(sql), SOON).toHaveLength(12)
  for (const each of shops) each.set(1, { '9': 'in' })
  await expect.poll(() => changesOf(sql), SOON).toHaveLength(3)
  await expect.poll(() => Math.min(...both.map((each) => each.describe().looks)), SOON).toBeGreaterThan(2)
  expect(shops.flatMap(({ guests }) => guests.told)).toEqual([])
  expect(await sql`select size from app.restock`).toHaveLength(1)
})

test.each(['seconds', 'date'] as const)(
  'Retry-After in %s is kept by all processes, for every page of the shop',
  async (as) => {
    const { sql, monitor, shop } = await watching()
    const corner = await shop({ sizes, products: 3 })
    for (const each of [monitor(), monitor()]) expect(each.describe().shops).toBeLessThan(5)
    await expect.poll(() => statesOf(sql), SOON).toHaveLength(6)
    corner.suffer({ kind: 'status', status: 429, retryAfter: 2, as }, { times: 1 })
    const failing = () => sql`select last_error from app.monitor_target where failures > 0`
    await expect.poll(failing, SOON).toEqual([{ last_error: 'The shop answers 429.' }])
    const { pages } = corner.guests
    await expect.poll(() => corner.guests.pages, SOON).toBeGreaterThan(pages + 6)
    expect(corner.guests.told).toEqual([])
  },
)

test('of a process that is killed in the middle of a visit another one takes over; nothing is lost, nothing told twice', async () => {
  const { sql, appUrl, monitor, shop } = await watching()
  const corner = await shop({ sizes, products: 4 })
  corner.suffer({ kind: 'slow', ms: 200 })
  const doomed = await startChild('test/support/storm-monitor.ts', { APP_DATABASE_URL: appUrl })
  onTestFinished(doomed.kill)
  await expect.poll(() => statesOf(sql), SOON).toHaveLength(8)
  for (const product of [0, 1, 2, 3]) corner.set(product, { '10': 'in' })
  await expect.poll(() => changesOf(sql), SOON).not.toHaveLength(0)
  await doomed.kill()
  const [lease] = await sql`select lease from app.monitor_origin`
  expect(lease?.lease).not.toBeNull()
  corner.heal()
  // As if the ten seconds of its leases were over.
  await sql`update app.monitor_origin set lease_until = now()`
  await sql`update app.shop_origin set until = now()`
  monitor()
  await expect.poll(() => changesOf(sql)).toHaveLength(4)
  expect(await sql`select size from app.restock`).toHaveLength(1)
  expect(corner.guests.told).toEqual([])
})
