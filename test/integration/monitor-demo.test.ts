import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import { startCorner } from '../../adapters/retailers/corner/server.ts'
import { seed } from '../../scripts/seed/seed.ts'
import { watching } from '../support/monitor.ts'

const SOON = { timeout: 60_000 }

test("the demo's shop is watched whole: each size as it is, at its price, and what comes back is told", async () => {
  const { sql, monitor } = await watching()
  const server = await startCorner({ port: 0, fault: 'none', lifeSeconds: 0.5 })
  onTestFinished(() => void server.close())
  onTestFinished(() => server.closeAllConnections())
  const shopUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  await seed({ sql, shopUrl, now: new Date() })
  await sql`update app.monitor_target set every_ms = 300`
  monitor()
  const sizes = async () => sql<{ style_code: string; size: string; known: string; price_minor: number }[]>`
    select style_code, size, known, price_minor from app.stock s join app.monitor_target t on t.id = s.target_id
    join app.sneaker n on n.id = t.sneaker_id`
  await expect.poll(sizes, SOON).toHaveLength(cornerCatalogue.flatMap((each) => each.sizes).length)
  for (const { style_code, size, known, price_minor } of await sizes()) {
    const sneaker = cornerCatalogue.find((each) => each.style_code === style_code)
    expect(price_minor).toBe(sneaker?.price_minor)
    // What is sold out at first comes and goes; the rest stays.
    if (sneaker?.sizes.find((each) => each.size === size)?.stock !== 0)
      expect([size, known]).toEqual([size, 'in'])
  }
  const told = async () => sql`select distinct size from app.restock where source = 'monitor'`
  await expect.poll(async () => (await told()).length, SOON).toBeGreaterThan(1)
})
