import { type AwarderOptions, openAwarder } from '../../adapters/chain/award.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'
import { withLock } from '../../db/lock.ts'
import type { Settle } from './send.ts'
import { settleStep } from './step.ts'
import { createWaker, pause, type Waker } from './waker.ts'

export type SettleOptions = AwarderOptions & {
  sql: Sql
  logger: Logger
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
}

const POLL_MS = 1_000
const LONGEST_BACKOFF_MS = 30_000

type Loop = Settle & { waker: Waker; stopping: AbortSignal }

function report(logger: Logger, error: unknown): void {
  const { message, code, fix } = error as { message: string; code?: string; fix?: string }
  logger.error({ code, fix }, `settle: ${message}`)
}

/** Steps until told to stop; a failed step is logged and tried again, at growing distances. */
async function lead(loop: Loop, stop: AbortSignal): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    try {
      await settleStep(loop)
      await writeHeartbeat(loop.sql, 'settle', { awarder: loop.awarder.address })
      failures = 0
      await loop.waker.wait(POLL_MS, stop)
    } catch (error) {
      if (stop.aborted) return
      report(loop.logger, error)
      await pause(Math.min(POLL_MS * 2 ** failures++, LONGEST_BACKOFF_MS), stop)
    }
  }
}

/** One settler leads, the others stand by to take over. */
async function run(loop: Loop): Promise<void> {
  const { sql, stopping } = loop
  while (!stopping.aborted) {
    try {
      await withLock(sql, 'settle', (lost) => lead(loop, AbortSignal.any([lost, stopping])))
    } catch (error) {
      if (!stopping.aborted) report(loop.logger, error)
    }
    await pause(POLL_MS, stopping)
  }
}

/** New awards and mirrored blocks cut the wait short; the poll alone would do. */
async function listen(sql: Sql, waker: Waker): Promise<() => Promise<void>> {
  const channels = await Promise.all(['app', 'chain'].map((name) => sql.listen(name, waker.wake)))
  return async () => {
    await Promise.all(channels.map(({ unlisten }) => unlisten()))
  }
}

/**
 * Mints every due award exactly once, for as long as it runs: any number of settlers on one database, each killed at
 * any instant. How: workers/settle/send.ts.
 */
export function startSettle(options: SettleOptions): { stop: () => Promise<void> } {
  const { sql, logger, stuckSeconds = 60 } = options
  const stopping = new AbortController()
  const waker = createWaker()
  const awarder = openAwarder(options)
  const listening = listen(sql, waker).catch((error: unknown) => {
    report(logger, error)
    return async () => undefined
  })
  const running = run({ sql, awarder, logger, stuckSeconds, waker, stopping: stopping.signal })
  const stop = async () => {
    stopping.abort()
    const unlisten = await listening
    await Promise.all([running, unlisten().catch(() => undefined)])
  }
  return { stop }
}
