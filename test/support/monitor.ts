import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { connect, type Sql } from '../../db/client.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { type Monitor, startMonitor } from '../../workers/monitor/start.ts'
import { openOriginGate } from '../../workers/shops/gate.ts'
import { databaseForTest } from './database.ts'
import { addCatalog } from './members.ts'
import { type StockShop, type StockShopOptions, startStockShop } from './stock-shop.ts'

export type Watching = {
  sql: Sql
  appUrl: string
  sneakerId: string
  storeId: string
  /** A monitor as its own process would have it, with connections of its own. */
  monitor: (origins?: number) => Monitor
  /** A shop of which every product is watched. */
  shop: (options?: StockShopOptions & { everyMs?: number }) => Promise<StockShop>
}

/** A database, monitors to start on it, and shops to watch. All ends with the test. */
export async function watching(): Promise<Watching> {
  const { app: sql, appUrl } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(sql)
  const monitor = (origins = 4) => {
    const own = connect(appUrl, { name: 'monitor', max: 4 })
    const logger = pino({ level: 'silent' })
    const started = startMonitor({
      ...{
        sql: own,
        now: () => new Date(),
        gate: openOriginGate(own),
        logger,
        guard: { loopback: true },
        origins,
      },
    })
    onTestFinished(async () => {
      await started.stop()
      await own.end({ timeout: 2 })
    })
    return started
  }
  const shop = async ({ everyMs = 100, ...options }: StockShopOptions & { everyMs?: number } = {}) => {
    const opened = await startStockShop(options)
    onTestFinished(opened.close)
    for (let product = 0; product < (options.products ?? 1); product++) {
      const url = new URL(opened.url(product))
      await addTarget(sql, { url, sneakerId, storeId, currency: 'USD', everyMs, now: new Date() })
    }
    return opened
  }
  return { sql, appUrl, sneakerId, storeId, monitor, shop }
}

/** The sizes as they are kept: `9: in`. */
export async function statesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ size: string; state: string }[]>`
    select size, state from app.stock order by nullif(size, '')::float8`
  return rows.map(({ size, state }) => `${size}: ${state}`)
}

/** Every change that was written, in order: `9: out -> in`. */
export async function changesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ said: string }[]>`
    select size || ': ' || before || ' -> ' || after as said from app.stock_change order by id`
  return rows.map(({ said }) => said)
}

/** The same, and whatever was put off is looked at now. */
export async function lookNow(sql: Sql): Promise<string[]> {
  await sql`update app.monitor_target set next_at = now()`
  await sql`update app.monitor_origin set next_at = now()`
  return statesOf(sql)
}
