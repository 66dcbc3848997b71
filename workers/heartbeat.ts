import type { BrowserKeeper } from '../adapters/browser/launch.ts'
import type { CheckoutQueue } from '../adapters/queue/checkout.ts'
import type { Logger } from '../core/log.ts'
import type { Sql } from '../db/client.ts'
import { writeHeartbeat } from '../db/heartbeats/write.ts'

const EVERY_MS = 2000

export type HeartbeatOptions = { sql: Sql; keeper: BrowserKeeper; queue: CheckoutQueue; logger: Logger }

async function beat({ sql, keeper, queue, logger }: HeartbeatOptions): Promise<void> {
  try {
    const counts = await queue.counts()
    const queued = Object.fromEntries(Object.entries(counts).map(([name, count]) => [`queue_${name}`, count]))
    const browser = keeper.describe()
    await writeHeartbeat(sql, 'workers', {
      pid: process.pid,
      browser: browser ? `${browser.source} ${browser.version}` : null,
      browser_connected: browser?.connected ?? null,
      ...queued,
    })
  } catch (error) {
    logger.warn({ error: String(error) }, 'no heartbeat written')
  }
}

/** Writes every two seconds that this process lives, with its browser and the queue's counts. */
export function startHeartbeat(options: HeartbeatOptions): { stop: () => void } {
  void beat(options)
  const timer = setInterval(() => void beat(options), EVERY_MS)
  return { stop: () => clearInterval(timer) }
}
