import { DelayedError, UnrecoverableError } from 'bullmq'
import { Final } from '../../core/errors.ts'
import { LEASE_MS } from '../../core/manners/entry.ts'
import { makeWorker, type QueueEngine } from './backend.ts'

/** What a processor throws to give the job back unfinished, for any worker: no attempt is used up, its turn stays. */
export class GivenBack extends Error {
  /** When it may be taken up again. Milliseconds from now. */
  readonly inMs: number

  constructor(inMs = 200) {
    super('given back')
    this.inMs = inMs
  }
}

export type CheckoutConsumer = {
  /** As a queue's: a consumer that rejects here takes no job, ever. */
  ready: () => Promise<unknown>
  /** Takes no more jobs and waits for the running ones. */
  close: () => Promise<void>
}

export type ConsumerOptions = {
  engine: QueueEngine
  /** Jobs at once. */
  concurrency: number
  /**
   * Runs one job; called again for the same request after a crash, a stall or a Retryable.
   * @param lost aborted when another worker may have taken the job up, since this process was not heard of for too long
   */
  run: (requestId: string, lost: AbortSignal) => Promise<void>
  /** The job will not be tried again: a Final, the last attempt, or too many processes died of it. */
  gaveUp: (requestId: string, error: Error) => Promise<void>
  /** Trouble of the queue itself. */
  onError: (error: Error) => void
  /** How many processes may die of one job before it is given up; 20. */
  maxStalls?: number
}

/**
 * A killed worker's job is taken up by another 10 to 13 s later: its place at the shop is free no sooner (LEASE_MS), and a
 * process that is only slow keeps its job for as long as its place. A job may stall as often as machines die; one that
 * goes on stalling kills its workers, and would kill them all.
 */
const timing = { lockDuration: LEASE_MS, stalledInterval: 3000 }
const MAX_STALLS = 20

/** The consumer's side of the checkout queue. */
export function startConsumer({
  engine,
  concurrency,
  run,
  gaveUp,
  onError,
  maxStalls = MAX_STALLS,
}: ConsumerOptions): CheckoutConsumer {
  const worker = makeWorker(
    engine,
    async (job, token, signal) => {
      try {
        await run(job.data.requestId, signal ?? new AbortController().signal)
      } catch (error) {
        if (error instanceof GivenBack) {
          // Refused when it is another worker's by now: then there is nothing to give back.
          await job.moveToDelayed(Date.now() + error.inMs, token).catch(onError)
          throw new DelayedError()
        }
        if (error instanceof Final)
          throw Object.assign(new UnrecoverableError(error.message), { cause: error })
        throw error
      }
    },
    { ...timing, maxStalledCount: maxStalls, concurrency },
  )
  worker.on('error', onError)
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids) worker.cancelJob(id)
  })
  worker.on('failed', (job, error) => {
    if (!job) return
    const last = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1)
    if (last) gaveUp(job.data.requestId, error).catch(onError)
  })
  return { ready: () => worker.waitUntilReady(), close: () => worker.close() }
}
