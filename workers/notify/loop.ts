import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { createWaker, pause } from '../send/waker.ts'

export type Loop = {
  name: string
  logger: Logger
  /** Steps in a row until one says that nothing is left. */
  step: () => Promise<'more' | 'idle'>
  /** Between two looks while nothing is heard, ms; after failures up to 30 times as long. */
  pollMs: number
}

const LONGEST_BACKOFF = 30

export type Running = {
  /** There may be something to do. */
  wake: () => void
  stop: () => Promise<void>
}

/** Steps for as long as it runs; a failed step is logged and tried again, at growing distances. */
export function startLoop({ name, logger, step, pollMs }: Loop): Running {
  const stopping = new AbortController()
  const waker = createWaker()
  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        if ((await step()) === 'idle') await waker.wait(pollMs, stopping.signal)
        failures = 0
      } catch (error) {
        const { message, code } = error as { message: string; code?: string }
        logger.error({ code }, `${name}: ${message}`)
        await pause(pollMs * Math.min(2 ** failures++, LONGEST_BACKOFF), stopping.signal)
      }
    }
  }
  const running = run()
  return {
    wake: waker.wake,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Has news on a channel of Postgres wake loops. They look by themselves too: a notification that is lost costs a second. */
export function wakeOn(
  sql: Sql,
  channel: string,
  loops: readonly Pick<Running, 'wake'>[],
): () => Promise<void> {
  const wake = () => {
    for (const loop of loops) loop.wake()
  }
  const listening = sql.listen(channel, wake).catch(() => undefined)
  return async () => {
    await (await listening)?.unlisten().catch(() => undefined)
  }
}
