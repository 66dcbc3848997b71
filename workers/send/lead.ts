import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'
import { withLock } from '../../db/lock.ts'
import { createWaker, pause, type Waker } from './waker.ts'

export type Leading = {
  sql: Sql
  logger: Logger
  /** Of the lock, and of the sign of life. */
  name: string
  /**
   * One step forward; safe to be interrupted anywhere, and to be taken by two at once.
   * @returns what the sign of life tells of it
   */
  step: () => Promise<Record<string, string | number | boolean | null>>
  /** Between two steps while nothing is heard; 1 s by default. After failures up to 30 times as long. */
  pollMs?: number
}

const LONGEST_BACKOFF = 30

type Loop = Leading & { pollMs: number; waker: Waker; stopping: AbortSignal }

function report({ logger, name }: Leading, error: unknown): void {
  const { message, code, fix } = error as { message: string; code?: string; fix?: string }
  logger.error({ code, fix }, `${name}: ${message}`)
}

/** Steps until told to stop; a failed step is logged and tried again, at growing distances. */
async function lead(loop: Loop, stop: AbortSignal): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    try {
      await writeHeartbeat(loop.sql, loop.name, await loop.step())
      failures = 0
      await loop.waker.wait(loop.pollMs, stop)
    } catch (error) {
      if (stop.aborted) return
      report(loop, error)
      await pause(loop.pollMs * Math.min(2 ** failures++, LONGEST_BACKOFF), stop)
    }
  }
}

/** One leads, the others stand by to take over. */
async function run(loop: Loop): Promise<void> {
  const { sql, name, pollMs, stopping } = loop
  while (!stopping.aborted) {
    try {
      await withLock(sql, name, (lost) => lead(loop, AbortSignal.any([lost, stopping])))
    } catch (error) {
      if (!stopping.aborted) report(loop, error)
    }
    await pause(pollMs, stopping)
  }
}

/** News of members and of mirrored blocks cut the wait short; the poll alone would do. */
async function listen(sql: Sql, waker: Waker): Promise<() => Promise<void>> {
  const channels = await Promise.all(['app', 'chain'].map((name) => sql.listen(name, waker.wake)))
  return async () => {
    await Promise.all(channels.map(({ unlisten }) => unlisten()))
  }
}

/** Takes steps for as long as it runs: of any number of leaders of one name on one database, one at a time. */
export function startLeader(leading: Leading): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const waker = createWaker()
  const listening = listen(leading.sql, waker).catch((error: unknown) => {
    report(leading, error)
    return async () => undefined
  })
  const running = run({ ...leading, pollMs: leading.pollMs ?? 1_000, waker, stopping: stopping.signal })
  const stop = async () => {
    stopping.abort()
    const unlisten = await listening
    await Promise.all([running, unlisten().catch(() => undefined)])
  }
  return { stop }
}
