import type { QueueEngine } from '../../adapters/queue/backend.ts'
import type { CheckoutQueue } from '../../adapters/queue/checkout.ts'
import { startConsumer } from '../../adapters/queue/worker.ts'
import { turnOf } from '../../core/checkout/turn.ts'
import { listOpen } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { giveUp } from './give-up.ts'
import { leavingAt } from './leave.ts'
import { openLines } from './live/lines.ts'
import { runCheckout } from './run.ts'
import { watchPurchases } from './watch.ts'

export type CheckoutOptions = Omit<CheckoutDeps, 'watch' | 'draining' | 'stay' | 'clock' | 'lines'> & {
  /** By which web processes reach this machine. */
  liveHost: string
  engine: QueueEngine
  queue: CheckoutQueue
  /** Checkouts at once in this process; each holds one page while its member reads. */
  contexts: number
  /** How long a stop waits for what is behind its fence. Milliseconds. */
  drainMs: number
}

export type CheckoutPool = {
  /** Checkouts that this process works on now. */
  busy: () => number
  /** Gives back what is not past its fence at once; and the rest, to be looked up by others, when the time is over. */
  stop: () => Promise<void>
}

const SWEEP_MS = 5000

/**
 * Postgres has the truth, the queue only wakes workers: requests that are open but in no queue (their job was lost, or
 * never added) are added again. Adding one that is already there changes nothing.
 */
async function sweep({ sql, queue, logger }: CheckoutOptions): Promise<void> {
  try {
    const open = await listOpen(sql)
    await queue.addCheckouts(open.map((request) => ({ requestId: request.id, turn: turnOf(request) })))
  } catch (error) {
    logger.warn({ error: String(error) }, 'the sweep for lost checkouts failed')
  }
}

function consume(options: CheckoutOptions, deps: Omit<CheckoutDeps, 'draining' | 'stay'>, ends: Ends) {
  const { engine, contexts, logger } = options
  let busy = 0
  const run = async (id: string, lost: AbortSignal) => {
    const leaving = leavingAt(AbortSignal.any([ends.soon.signal, lost]), ends.over.signal)
    busy++
    try {
      await runCheckout({ ...deps, ...leaving }, id)
    } finally {
      busy--
      leaving.done()
    }
  }
  const consumer = startConsumer({
    engine,
    concurrency: contexts,
    run,
    gaveUp: (id, error) => giveUp(deps, id, error),
    onError: (error) => logger.warn({ error: error.message }, 'queue trouble'),
  })
  return { busy: () => busy, ready: consumer.ready, close: consumer.close }
}

type Ends = { soon: AbortController; over: AbortController }

/** Works on checkouts until stopped. */
export async function startCheckout(options: CheckoutOptions): Promise<CheckoutPool> {
  const { sql, keeper, drainMs } = options
  const ends: Ends = { soon: new AbortController(), over: new AbortController() }
  const watch = await watchPurchases(sql)
  const lines = await openLines(options.liveHost)
  const consumer = consume(options, { ...options, watch, lines, clock: Date.now }, ends)
  await Promise.all([consumer.ready(), options.queue.ready()])
  const timer = setInterval(() => void sweep(options), SWEEP_MS)
  const stop = async () => {
    clearInterval(timer)
    ends.soon.abort()
    const late = setTimeout(() => ends.over.abort(), drainMs)
    await consumer.close()
    clearTimeout(late)
    await Promise.all([watch.close(), lines.close(), keeper.close()])
  }
  return { busy: consumer.busy, stop }
}
