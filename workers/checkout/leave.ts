import { GivenBack } from '../../adapters/queue/worker.ts'

export type Leaving = {
  /** Aborted when the job has to leave its page and go back to the queue. */
  draining: AbortSignal
  /**
   * To be said right before the fence goes up: from now on the job leaves only when the time for it is over.
   * @throws GivenBack when it has to leave already
   */
  stay: () => void
  /** Forgets the signals; when the job is done. */
  done: () => void
}

/**
 * When one job has to leave: before its fence at once, behind it as late as can be, since what is open there is the page
 * on which the shop says what became of the order.
 * @param soon the process drains, or another worker may have the job
 * @param over the process ends
 */
export function leavingAt(soon: AbortSignal, over: AbortSignal): Leaving {
  const controller = new AbortController()
  const leave = () => controller.abort()
  for (const signal of [soon, over]) {
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
  }
  return {
    draining: controller.signal,
    stay: () => {
      if (controller.signal.aborted) throw new GivenBack()
      soon.removeEventListener('abort', leave)
    },
    done: () => {
      for (const signal of [soon, over]) signal.removeEventListener('abort', leave)
    },
  }
}

/** The work's result, or GivenBack as soon as the job has to leave; what the work still throws then is heard by nobody. */
export async function unlessLeaving<Result>(draining: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise: left, reject } = Promise.withResolvers<never>()
  const leave = () => reject(new GivenBack())
  draining.addEventListener('abort', leave, { once: true })
  if (draining.aborted) leave()
  try {
    return await Promise.race([work, left])
  } finally {
    draining.removeEventListener('abort', leave)
  }
}
