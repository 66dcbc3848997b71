import { Retryable } from '../../core/errors.ts'
import { jobOptions, makeQueue, type QueueEngine } from './backend.ts'

/** Whose checkout it is, and when its turn comes: core/checkout/turn.ts. */
export type Turn = { requestId: string; turn: number }

export type CheckoutQueue = {
  /**
   * Adds the request once: its id is the job's id, so adding again while it waits or runs changes nothing.
   * @param turn 1 is first; 2,097,151 last
   * @throws Retryable `queue.unreachable`
   */
  addCheckout: (requestId: string, turn: number) => Promise<void>
  /** The same for many, in one round trip. @throws Retryable `queue.unreachable` */
  addCheckouts: (turns: Turn[]) => Promise<void>
  /**
   * Resolves once the engine is set up. A queue that failed at that never works: BullMQ 6.7 remembers the failure, so the
   * process has to end and be started again.
   */
  ready: () => Promise<unknown>
  /** Jobs by where they are, for /api/health. */
  counts: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

function unreachable(cause: Error): never {
  throw new Retryable({
    code: 'queue.unreachable',
    message: `The checkout queue does not answer: ${cause.message}.`,
    fix: 'Your request is kept and starts when the queue is back.',
    cause,
  })
}

const jobOf = ({ requestId, turn }: Turn) => ({
  name: 'checkout',
  data: { requestId },
  opts: { ...jobOptions, jobId: requestId, priority: turn },
})

/** The producer's side of the checkout queue, on Postgres or on Redis. */
export function openQueue(engine: QueueEngine): CheckoutQueue {
  const queue = makeQueue(engine)
  // Errors of a lost connection also reject the call that met them; an unheard 'error' event would end the process.
  queue.on('error', () => undefined)
  return {
    addCheckout: async (requestId, turn) => {
      const { name, data, opts } = jobOf({ requestId, turn })
      await queue.add(name, data, opts).catch(unreachable)
    },
    addCheckouts: async (turns) => {
      if (turns.length > 0) await queue.addBulk(turns.map(jobOf)).catch(unreachable)
    },
    counts: () => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed').catch(unreachable),
    ready: () => queue.waitUntilReady(),
    close: () => queue.close(),
  }
}
