import { Retryable } from '../../core/errors.ts'
import { jobOptions, makeQueue, type QueueEngine } from './backend.ts'

export type CheckoutQueue = {
  /**
   * Adds the request once: its id is the job's id, so adding again while it waits or runs changes nothing.
   * @param priority 1 is first; 2,097,151 last
   * @throws Retryable `queue.unreachable`
   */
  addCheckout: (requestId: string, priority: number) => Promise<void>
  /**
   * Resolves once the engine is set up. A queue that failed at that never works: BullMQ 6.7 remembers the failure, so the
   * process has to end and be started again.
   */
  ready: () => Promise<unknown>
  /** Jobs by where they are, for /api/health. */
  counts: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

/** The producer's side of the checkout queue, on Postgres or on Redis. */
export function openQueue(engine: QueueEngine): CheckoutQueue {
  const queue = makeQueue(engine)
  // Errors of a lost connection also reject the call that met them; an unheard 'error' event would end the process.
  queue.on('error', () => undefined)
  const unreachable = (cause: Error): never => {
    throw new Retryable({
      code: 'queue.unreachable',
      message: `The checkout queue does not answer: ${cause.message}.`,
      fix: 'Your request is kept and starts when the queue is back.',
      cause,
    })
  }
  return {
    addCheckout: async (requestId, priority) => {
      await queue
        .add('checkout', { requestId }, { ...jobOptions, jobId: requestId, priority })
        .catch(unreachable)
    },
    counts: () => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed').catch(unreachable),
    ready: () => queue.waitUntilReady(),
    close: () => queue.close(),
  }
}
