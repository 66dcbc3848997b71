import type { QueueEngine } from '../../adapters/queue/backend.ts'
import type { CheckoutQueue } from '../../adapters/queue/checkout.ts'
import { startConsumer } from '../../adapters/queue/worker.ts'
import { listOpen } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { giveUp, runCheckout } from './run.ts'
import { watchPurchases } from './watch.ts'

export type CheckoutOptions = Omit<CheckoutDeps, 'watch' | 'draining' | 'clock'> & {
  engine: QueueEngine
  queue: CheckoutQueue
  /** Checkouts at once in this process; each holds one page while its member reads. */
  concurrency: number
}

const SWEEP_MS = 5000
const SWEEP_PRIORITY = 100

/**
 * Postgres has the truth, the queue only wakes workers: requests that are open but in no queue (their job was lost, or
 * never added) are added again. Adding one that is already there changes nothing.
 */
async function sweep({ sql, queue, logger }: CheckoutOptions): Promise<void> {
  try {
    for (const id of await listOpen(sql)) await queue.addCheckout(id, SWEEP_PRIORITY)
  } catch (error) {
    logger.warn({ error: String(error) }, 'the sweep for lost checkouts failed')
  }
}

/** Works on checkouts until stopped; stopping gives back what is not past the fence and waits for the rest. */
export async function startCheckout(options: CheckoutOptions): Promise<{ stop: () => Promise<void> }> {
  const { sql, logger, engine, concurrency, keeper } = options
  const draining = new AbortController()
  const watch = await watchPurchases(sql)
  const deps: CheckoutDeps = { ...options, watch, draining: draining.signal, clock: Date.now }
  const consumer = startConsumer({
    engine,
    concurrency,
    run: (id) => runCheckout(deps, id),
    gaveUp: (id, error) => giveUp(deps, id, error),
    onError: (error) => logger.warn({ error: error.message }, 'queue trouble'),
  })
  await Promise.all([consumer.ready(), options.queue.ready()])
  const timer = setInterval(() => void sweep(options), SWEEP_MS)
  const stop = async () => {
    clearInterval(timer)
    draining.abort()
    await consumer.close()
    await Promise.all([watch.close(), keeper.close()])
  }
  return { stop }
}
