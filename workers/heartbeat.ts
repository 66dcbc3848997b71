import { hostname } from 'node:os'
import type { BrowserKeeper } from '../adapters/browser/launch.ts'
import type { CheckoutQueue } from '../adapters/queue/checkout.ts'
import type { Logger } from '../core/log.ts'
import type { Sql } from '../db/client.ts'
import { forgetSilent } from '../db/heartbeats/forget.ts'
import { writeHeartbeat } from '../db/heartbeats/write.ts'
import type { CheckoutPool } from './checkout/start.ts'

const EVERY_MS = 2000
/** One of several workers: each has a row of its own. */
const NAME = `workers:${hostname()}:${process.pid}`

export type HeartbeatOptions = {
  sql: Sql
  keeper: BrowserKeeper
  queue: CheckoutQueue
  logger: Logger
  pool: Pick<CheckoutPool, 'busy'>
  /** Checkouts that this process can work on at once. */
  contexts: number
}

async function beat({ sql, keeper, queue, logger, pool, contexts }: HeartbeatOptions): Promise<void> {
  try {
    const counts = await queue.counts()
    const queued = Object.fromEntries(Object.entries(counts).map(([name, count]) => [`queue_${name}`, count]))
    const browser = keeper.describe()
    await writeHeartbeat(sql, NAME, {
      pid: process.pid,
      browser: browser ? `${browser.source} ${browser.version}` : null,
      browser_connected: browser?.connected ?? null,
      contexts,
      busy: pool.busy(),
      ...queued,
    })
  } catch (error) {
    logger.warn({ error: String(error) }, 'no heartbeat written')
  }
}

/** Writes every two seconds that this process lives, with its browser, its load and the queue's counts. */
export function startHeartbeat(options: HeartbeatOptions): { stop: () => void } {
  const { sql, logger } = options
  void forgetSilent(sql, 'workers').catch((error: unknown) => {
    logger.warn({ error: String(error) }, 'workers that are gone stay listed')
  })
  void beat(options)
  const timer = setInterval(() => void beat(options), EVERY_MS)
  return { stop: () => clearInterval(timer) }
}
