import { DelayedError, UnrecoverableError } from 'bullmq'
import { Final } from '../../core/errors.ts'
import { makeWorker, type QueueEngine } from './backend.ts'

/** What a processor throws to give the job back unfinished, for another worker: no attempt is used up. */
export class GivenBack extends Error {}

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
  /** Runs one job; called again for the same request after a crash, a stall or a Retryable. */
  run: (requestId: string) => Promise<void>
  /** The job will not be tried again: a Final, or the last attempt. */
  gaveUp: (requestId: string, error: Error) => Promise<void>
  /** Trouble of the queue itself. */
  onError: (error: Error) => void
}

/**
 * A killed worker's job is taken up by another about 6 s later (measured with this lock and interval). A job may stall
 * as often as machines die: only its own errors use up attempts.
 */
const timing = { lockDuration: 5000, stalledInterval: 3000, maxStalledCount: 1000 }

/** The consumer's side of the checkout queue. */
export function startConsumer({
  engine,
  concurrency,
  run,
  gaveUp,
  onError,
}: ConsumerOptions): CheckoutConsumer {
  const worker = makeWorker(
    engine,
    async (job, token) => {
      try {
        await run(job.data.requestId)
      } catch (error) {
        if (error instanceof GivenBack) {
          await job.moveToDelayed(Date.now() + 200, token)
          throw new DelayedError()
        }
        if (error instanceof Final) throw new UnrecoverableError(error.message)
        throw error
      }
    },
    { ...timing, concurrency },
  )
  worker.on('error', onError)
  worker.on('failed', (job, error) => {
    if (!job) return
    const last = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1)
    if (last) gaveUp(job.data.requestId, error).catch(onError)
  })
  return { ready: () => worker.waitUntilReady(), close: () => worker.close() }
}
